using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.Rolls;

/// <summary>What can go wrong with a roll.</summary>
internal static class RollErrors
{
    public static DomainError NotOpen(string roll) => DomainError.Precondition("ROLL_NOT_OPEN", ("resource", roll));

    public static DomainError Closed(string roll) => DomainError.Precondition("ROLL_CLOSED", ("resource", roll));

    public static DomainError NotClosed(string roll) => DomainError.Precondition("ROLL_NOT_CLOSED", ("resource", roll));

    public static DomainError HasNonMembers(string roll, IEnumerable<string> people) => DomainError.Precondition(
        "ROLL_HAS_NON_MEMBERS", ("resource", roll), ("people", string.Join(", ", people)));
}
