using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Notifications;

/// <summary>Who may call what. An inbox and the box for suggestions are everybody's own, hence open to any token.</summary>
internal static class NotificationsAccess
{
    public static readonly AccessTable Table = new AccessTable()
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
        .SignedIn("InboxService/ListInboxItems")
        .SignedIn("InboxService/GetInboxItem")
        .SignedIn("InboxService/GetUnreadCount")
        .SignedIn("InboxService/MarkRead")
        .SignedIn("InboxService/WatchInbox")
        .OnUnit("AlertBoardService/ListAlerts", SupervisionOffice)
        .SignedIn("SuggestionService/CreateSuggestion")
        .SignedIn("SuggestionService/GetSuggestion")
        .SignedIn("SuggestionService/ListSuggestions")
        .Anywhere("SuggestionService/AnswerSuggestion", Publicity);
}
