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

    public RoleGrant(string id, string person, GrantRole role, string? unit) =>
        (Id, Person, Role, Unit) = (id, person, role, unit);

    public override string ResourceName => $"grants/{Id}";

    public string Id { get; private set; }

    /// <summary>Id of the person.</summary>
    public string Person { get; private set; }

    public GrantRole Role { get; private set; }

    /// <summary>Code of the unit at the top of the subtree; null for the whole deployment.</summary>
    public string? Unit { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

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

    public GrantChanged ToEvent() => new(
        ResourceName, Person, Role.ToString(), Unit ?? "", RevokedAt is null, NextVersion);
}
