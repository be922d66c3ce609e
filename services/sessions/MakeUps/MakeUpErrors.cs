using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.MakeUps;

/// <summary>What can go wrong with a make-up.</summary>
internal static class MakeUpErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("MAKE_UP_NOT_FOUND", name);

    public static DomainError WrongState(MakeUp makeUp) => DomainError.Precondition(
        "MAKE_UP_WRONG_STATE", ("resource", makeUp.ResourceName), ("state", makeUp.State.UpperSnake()));
}
