namespace StudySuite.Notifications.Senders;

/// <summary>How a try ended.</summary>
/// <param name="Failure">Stable word for the log, such as <c>HTTP_500</c>; empty when it was delivered.</param>
/// <param name="IsAway">The other side did not answer, or asked for a pause: the next message would fare no better.</param>
internal readonly record struct Outcome(string Failure, bool IsAway)
{
    public static readonly Outcome Delivered = new("", false);

    public bool IsDelivered => Failure.Length == 0;

    public static Outcome Away(string failure) => new(failure, true);

    public static Outcome Refused(string failure) => new(failure, false);
}
