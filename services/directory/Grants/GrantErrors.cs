using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Grants;

/// <summary>What can go wrong with a grant.</summary>
internal static class GrantErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("GRANT_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("GRANT_EXISTS", name);

    /// <summary>系统、安全、审计三员分立, one person never holds two (DOMAIN §10.6).</summary>
    public static DomainError AdminRolesSeparate(string person) =>
        DomainError.Precondition("ADMIN_ROLES_SEPARATE", ("resource", $"people/{person}"));

    /// <summary>Who grants does not grant to, or take from, oneself.</summary>
    public static DomainError ToOneself() => DomainError.Denied("GRANT_TO_ONESELF");

    public static DomainError Revoked(RoleGrant grant) =>
        DomainError.Precondition("GRANT_REVOKED", ("resource", grant.ResourceName));
}
