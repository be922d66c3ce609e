using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Directory.V1;
using StudySuite.Events;
using Grant = StudySuite.Defaults.Access.Grant;

namespace StudySuite.Directory.Grants;

/// <summary>A role that a person holds on a unit and all below, until it is revoked.</summary>
internal sealed class RoleGrant : Aggregate
{
    public static readonly GrantRole[] AdminRoles = [GrantRole.SystemAdmin, GrantRole.SecurityAdmin, GrantRole.AuditAdmin];

    private RoleGrant()
    {
    }

    public RoleGrant(string id, string person, GrantRole role, string? unit, DateOnly? from = null, DateOnly? to = null) =>
        (Id, Person, Role, Unit, FromDate, ToDate) = (id, person, role, unit, from, to);

    public override string ResourceName => $"grants/{Id}";

    public string Id { get; private set; } = "";

    /// <summary>Id of the person.</summary>
    public string Person { get; private set; } = "";

    public GrantRole Role { get; private set; }

    /// <summary>Code of the unit at the top of the subtree; null for the whole deployment.</summary>
    public string? Unit { get; private set; }

    /// <summary>First day; null for at once.</summary>
    public DateOnly? FromDate { get; private set; }

    /// <summary>Last day; null for until revoked.</summary>
    public DateOnly? ToDate { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>What the other services were last told.</summary>
    public bool IsAnnouncedActive { get; private set; } = true;

    public bool IsActiveOn(DateOnly day) =>
        RevokedAt is null && (FromDate is null || FromDate <= day) && (ToDate is null || ToDate >= day);

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            throw GrantErrors.Revoked(this);
        }

        RevokedAt = now;
    }

    /// <summary>As it stands in a token.</summary>
    /// <param name="unitPath">Path of the unit, <c>/</c> for the whole deployment.</param>
    public Grant ToGrant(string unitPath) => new(Enum.Parse<Role>(Role.ToString()), unitPath, WithUnitsBelow: true);

    public GrantChanged ToEvent(DateOnly today)
    {
        IsAnnouncedActive = IsActiveOn(today);
        return new(ResourceName, Person, Role.ToString(), Unit ?? "", IsAnnouncedActive, NextVersion);
    }
}
