using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Delegations;

/// <summary>What can go wrong with a delegation.</summary>
internal static class DelegationErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("DELEGATION_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("DELEGATION_EXISTS", name);

    public static DomainError NoLeader(string unit) => DomainError.Precondition("NO_LEADER", ("resource", $"units/{unit}"));

    /// <summary>Only a deputy of the group acts for its leader.</summary>
    public static DomainError NotADeputy(string person) => DomainError.Precondition("NOT_A_DEPUTY", ("resource", person));

    /// <summary>Who acts for the leader neither hands the role on nor takes it from another.</summary>
    public static DomainError ByDeputy() => DomainError.Denied("DELEGATION_BY_DEPUTY");

    public static DomainError Revoked(Delegation delegation) =>
        DomainError.Precondition("DELEGATION_REVOKED", ("resource", delegation.ResourceName));
}
