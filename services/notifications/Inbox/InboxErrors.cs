using StudySuite.Defaults.Errors;

namespace StudySuite.Notifications.Inbox;

/// <summary>What can go wrong with an inbox.</summary>
internal static class InboxErrors
{
    /// <summary>Another person's: the same answer whether there is such a person or not.</summary>
    public static DomainError NotFound(string person) => DomainError.NotFound("INBOX_NOT_FOUND", $"people/{person}");

    public static DomainError ItemNotFound(string name) => DomainError.NotFound("INBOX_ITEM_NOT_FOUND", name);
}
