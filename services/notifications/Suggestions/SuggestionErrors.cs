using StudySuite.Defaults.Errors;

namespace StudySuite.Notifications.Suggestions;

/// <summary>What can go wrong with a suggestion.</summary>
internal static class SuggestionErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("SUGGESTION_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("SUGGESTION_EXISTS", name);

    public static DomainError Answered(Suggestion suggestion) =>
        DomainError.Precondition("SUGGESTION_ANSWERED", ("resource", suggestion.ResourceName));

    public static DomainError State(Suggestion suggestion) => DomainError.Precondition(
        "SUGGESTION_STATE", ("resource", suggestion.ResourceName), ("state", suggestion.State.ToString()));

    public static DomainError NotOwn(Suggestion suggestion) =>
        DomainError.Denied("SUGGESTION_NOT_OWN", ("resource", suggestion.ResourceName));
}
