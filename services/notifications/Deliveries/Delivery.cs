using StudySuite.Defaults.Database;
using StudySuite.Defaults.Requests;

namespace StudySuite.Notifications.Deliveries;

internal enum DeliveryState
{
    Pending = 1,
    Sent,
    Parked,
    Dropped,
}

/// <summary>
/// One alert on its way through one channel. Its id goes out with it and stays the same however often it is tried, so
/// that a receiver can drop a copy.
/// </summary>
internal sealed class Delivery
{
    private Delivery()
    {
    }

    public string Id { get; private set; } = ResourceName.NewId();

    /// <summary>Id of the channel.</summary>
    public string Channel { get; private init; } = "";

    /// <summary>Person to whom it is mailed; empty when the channel itself says to whom.</summary>
    public string Person { get; private init; } = "";

    /// <summary>Id of the alert.</summary>
    public string Alert { get; private init; } = "";

    public DeliveryState State { get; private set; } = DeliveryState.Pending;

    public int Attempts { get; private set; }

    public string Failure { get; private set; } = "";

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Whoever holds it may send it, until <see cref="ClaimedUntil"/>.</summary>
    public string? Claim { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public static Delivery Of(string channel, string person, string alert, DateTimeOffset now, DateTimeOffset dueAt) => new()
    {
        Channel = channel,
        Person = person,
        Alert = alert,
        CreatedAt = now,
        DueAt = dueAt,
    };

    public void Succeed(DateTimeOffset now) => (State, SentAt, Attempts, Failure) = (DeliveryState.Sent, now, Attempts + 1, "");

    /// <summary>Tried again at the time given, or given up for an operator to look at.</summary>
    public void Fail(string failure, DateTimeOffset next, int maxAttempts)
    {
        (Failure, DueAt, Claim, ClaimedUntil) = (failure, next, null, null);
        State = ++Attempts >= maxAttempts ? DeliveryState.Parked : DeliveryState.Pending;
    }

    public void Drop() => State = DeliveryState.Dropped;

    public void SendAgain(DateTimeOffset now)
    {
        (State, Attempts, DueAt, SentAt) = (DeliveryState.Pending, 0, now, null);
        (Claim, ClaimedUntil) = (null, null);
    }
}
