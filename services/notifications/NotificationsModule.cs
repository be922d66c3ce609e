using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using StudySuite.Defaults.Hosting;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.AuditEntries;
using StudySuite.Notifications.Board;
using StudySuite.Notifications.Bulletins;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.Plans;
using StudySuite.Notifications.Rectification;
using StudySuite.Notifications.Sessions;
using StudySuite.Notifications.Suggestions;
using StudySuite.Roster;

namespace StudySuite.Notifications;

public static class NotificationsModule
{
    public static void AddNotifications(this WebApplicationBuilder builder)
    {
        builder.AddService<NotificationsDbContext, NotificationsSqliteDbContext>(
            "notifications", NotificationsAccess.Table,
            new ResourceManager("StudySuite.Notifications.Errors", typeof(NotificationsModule).Assembly));
        builder.Services.AddOptions<NotificationsOptions>().BindConfiguration("Notifications")
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddGrantRoster<NotificationsDbContext>("notifications");
        builder.Services.AddRpc<AuditEntryService, NotificationsDbContext>();
        builder.Services.AddRpc<InboxService, NotificationsDbContext>();
        builder.Services.AddRpc<AlertBoardService, NotificationsDbContext>();
        builder.Services.AddRpc<SuggestionService, NotificationsDbContext>();
        builder.Services.AddSingleton<InboxSignal>();
        builder.Services.AddHostedService<InboxPoller>();
        builder.Services.AddAlertSources();
    }

    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<InboxService>();
        app.MapGrpcService<AlertBoardService>();
        app.MapGrpcService<SuggestionService>();
    }

    private static void AddAlertSources(this IServiceCollection services)
    {
        services.On<SessionNotifiedConsumer, SessionNotified>("notifications-sessions");
        services.On<MakeUpAssignedConsumer, MakeUpAssigned>("notifications-sessions");
        services.On<PlanReturnedConsumer, PlanReturned>("notifications-plans");
        services.On<BulletinIssuedConsumer, BulletinIssued>("notifications-bulletins");
        services.On<RectificationNoticeIssuedConsumer, RectificationNoticeIssued>("notifications-rectification");
        services.On<RectificationDueSoonConsumer, RectificationDueSoon>("notifications-rectification");
        services.On<RectificationDueConsumer, RectificationDue>("notifications-rectification");
        services.On<RectificationOverdueConsumer, RectificationOverdue>("notifications-rectification");
        services.On<RectificationEscalatedConsumer, RectificationEscalated>("notifications-rectification");
        services.On<RectificationReportedConsumer, RectificationReported>("notifications-rectification");
        services.On<RectificationReturnedConsumer, RectificationReturned>("notifications-rectification");
        services.On<RectificationAcceptedConsumer, RectificationAccepted>("notifications-rectification");
        services.On<LookBackPassedConsumer, LookBackPassed>("notifications-rectification");
        services.On<LookBackFailedConsumer, LookBackFailed>("notifications-rectification");
    }

    private static void On<TConsumer, TEvent>(this IServiceCollection services, string queue)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent => services.AddConsumer<TConsumer, TEvent, NotificationsDbContext>(queue);
}
