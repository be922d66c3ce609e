using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Notifications;

/// <summary>
/// Who may call what. An inbox, a person's settings and the box for suggestions are everybody's own, hence open to any
/// token; ways out of the suite are the system administrator's.
/// </summary>
internal static class NotificationsAccess
{
    public static readonly AccessTable Table = new AccessTable()
        .SignedIn("PersonRecordService/ExportPersonRecords")
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
        .SignedIn("InboxService/ListInboxItems")
        .SignedIn("InboxService/GetInboxItem")
        .SignedIn("InboxService/GetUnreadCount")
        .SignedIn("InboxService/MarkRead")
        .SignedIn("InboxService/WatchInbox")
        .SignedIn("InboxService/GetDigest")
        .SignedIn("NotificationSettingsService/GetNotificationSettings")
        .SignedIn("NotificationSettingsService/UpdateNotificationSettings")
        .OnUnit("AlertBoardService/ListAlerts", SupervisionOffice, Publicity)
        .OnUnit("AlertBoardService/GetAlertBoard", SupervisionOffice, Publicity)
        .Anywhere("ChannelService/CreateChannel", SystemAdmin)
        .Anywhere("ChannelService/GetChannel", SystemAdmin)
        .Anywhere("ChannelService/ListChannels", SystemAdmin)
        .Anywhere("ChannelService/UpdateChannel", SystemAdmin)
        .Anywhere("ChannelService/EnableChannel", SystemAdmin)
        .Anywhere("ChannelService/DisableChannel", SystemAdmin)
        .Anywhere("ChannelService/DeleteChannel", SystemAdmin)
        .Anywhere("ChannelService/TestChannel", SystemAdmin)
        .Anywhere("DeliveryService/ListDeliveries", SystemAdmin)
        .Anywhere("DeliveryService/RedeliverDelivery", SystemAdmin)
        .Anywhere("DeliveryService/RedeliverParked", SystemAdmin)
        .SignedIn("SuggestionService/CreateSuggestion")
        .SignedIn("SuggestionService/GetSuggestion")
        .SignedIn("SuggestionService/ListSuggestions")
        .SignedIn("SuggestionService/ReopenSuggestion")
        .SignedIn("SuggestionService/CloseSuggestion")
        .Anywhere("SuggestionService/TakeSuggestion", Publicity)
        .Anywhere("SuggestionService/ExportSuggestions", Publicity)
        .Anywhere("SuggestionService/AnswerSuggestion", Publicity);
}
