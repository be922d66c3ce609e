using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Events;

namespace StudySuite.Directory.Delegations;

/// <summary>A deputy leader acts for the leader from day to day, both included, or until it is taken back.</summary>
internal sealed class Delegation : Aggregate, IOwnedByUnit
{
    public const int MostDays = 366;

    private Delegation()
    {
    }

    public Delegation(string unit, string id, string leader, string deputy, DateOnly from, DateOnly to, string reason)
    {
        (Unit, Id, Leader, Deputy) = (unit, id, leader, deputy);
        (FromDate, ToDate, Reason) = (from, to, reason);
    }

    public override string ResourceName => $"units/{Unit}/delegations/{Id}";

    public string Unit { get; private set; } = "";

    public string Id { get; private set; } = "";

    /// <summary>Id of the person for whom the deputy acts.</summary>
    public string Leader { get; private set; } = "";

    /// <summary>Id of the person who acts.</summary>
    public string Deputy { get; private set; } = "";

    public DateOnly FromDate { get; private set; }

    public DateOnly ToDate { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>What the other services were last told.</summary>
    public bool IsAnnouncedActive { get; private set; }

    public bool IsActiveOn(DateOnly day) => RevokedAt is null && FromDate <= day && ToDate >= day;

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            throw DelegationErrors.Revoked(this);
        }

        RevokedAt = now;
    }

    /// <summary>For the others it is a role that the deputy holds while it lasts.</summary>
    public GrantChanged ToEvent(DateOnly today)
    {
        IsAnnouncedActive = IsActiveOn(today);
        return new(ResourceName, Deputy, nameof(Role.GroupLeader), Unit, IsAnnouncedActive, NextVersion);
    }

    /// <summary>For the people it concerns.</summary>
    public DelegationChanged ToNotice(DateOnly today) =>
        new(ResourceName, Unit, Leader, Deputy, FromDate, ToDate, IsActiveOn(today), NextVersion);
}
