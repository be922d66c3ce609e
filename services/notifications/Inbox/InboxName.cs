using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;

namespace StudySuite.Notifications.Inbox;

/// <summary><c>people/{person}</c> and <c>people/{person}/inboxItems/{item}</c>; only the caller's own pass.</summary>
internal static class InboxName
{
    private const string Me = "me";

    /// <returns>The caller's id.</returns>
    public static string Owner(string parent, ServerCallContext context) =>
        Own(ResourceName.Parse("people/{person}", parent, "parent")[0], context);

    /// <returns>The item's id.</returns>
    public static string Item(string name, ServerCallContext context, string field = "name")
    {
        var parts = ResourceName.Parse("people/{person}/inboxItems/{inbox_item}", name, field);
        Own(parts[0], context);
        return parts[1];
    }

    public static string Of(string person, string item) => $"people/{person}/inboxItems/{item}";

    private static string Own(string person, ServerCallContext context)
    {
        var caller = context.Caller().Person;
        return person is Me || person == caller ? caller : throw InboxErrors.NotFound(person);
    }
}
