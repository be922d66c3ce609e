using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using StudySuite.Defaults.Hosting;
using StudySuite.Defaults.Restrictions;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.AuditEntries;
using StudySuite.Notifications.Arrangements;
using StudySuite.Notifications.Assessments;
using StudySuite.Notifications.Board;
using StudySuite.Notifications.Bulletins;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Deliveries;
using StudySuite.Notifications.Inbox;
using StudySuite.Notifications.Live;
using StudySuite.Notifications.Observations;
using StudySuite.Notifications.Outgoing;
using StudySuite.Notifications.People;
using StudySuite.Notifications.PersonRecords;
using StudySuite.Notifications.Plans;
using StudySuite.Notifications.Rectification;
using StudySuite.Notifications.Senders;
using StudySuite.Notifications.Sessions;
using StudySuite.Notifications.Settings;
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
        builder.Services.AddRpc<PersonRecordService, NotificationsDbContext>();
        builder.Services.AddRpc<InboxService, NotificationsDbContext>();
        builder.Services.AddRpc<AlertBoardService, NotificationsDbContext>();
        builder.Services.AddRpc<SuggestionService, NotificationsDbContext>();
        builder.Services.AddRpc<ChannelService, NotificationsDbContext>();
        builder.Services.AddRpc<DeliveryService, NotificationsDbContext>();
        builder.Services.AddRpc<NotificationSettingsService, NotificationsDbContext>();
        builder.Services.AddLive();
        builder.Services.AddWaysOut();
        builder.Services.AddAlertSources();
    }

    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        app.MapGrpcService<AuditEntryService>();
        app.MapGrpcService<PersonRecordService>();
        app.MapGrpcService<InboxService>();
        app.MapGrpcService<AlertBoardService>();
        app.MapGrpcService<SuggestionService>();
        app.MapGrpcService<ChannelService>();
        app.MapGrpcService<DeliveryService>();
        app.MapGrpcService<NotificationSettingsService>();
        app.MapGet(InboxEvents.Path, (HttpContext context, string person, InboxEvents events) =>
            events.StreamAsync(context, person));
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<AlertSignal>();
        services.AddSingleton<AlertCommits>();
        services.AddAlertCommits<NotificationsDbContext>();
        services.AddAlertCommits<NotificationsSqliteDbContext>();
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<InboxWatch>();
        services.AddSingleton<InboxEvents>();
        services.AddHostedService<InboxPoller>();
    }

    private static void AddAlertCommits<TDb>(this IServiceCollection services)
        where TDb : NotificationsDbContext =>
        services.AddSingleton<IDbContextOptionsConfiguration<TDb>, AlertCommitsSetup<TDb>>();

    private static void AddWaysOut(this IServiceCollection services)
    {
        services.AddOptions<OutgoingOptions>().BindConfiguration("Notifications:Outgoing")
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OutgoingGuard>();
        services.AddSingleton<OutgoingTrust>();
        services.AddSingleton<OutgoingHttp>();
        services.AddSingleton<ChannelSecrets>();
        services.AddHostedService<ChannelKeys>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<RobotSender>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<ChannelSender>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<ISuiteVerb, RedeliverParkedVerb>();
        services.AddSingleton<IRestrictedFunctions, ChannelRestrictions>();
        services.AddHostedService<DeliveryDispatcher>();
        services.AddHostedService<DeliveryUpkeep>();
    }

    private static void AddAlertSources(this IServiceCollection services)
    {
        services.On<DelegationChangedConsumer, DelegationChanged>("notifications-people");
        services.On<CredentialResetConsumer, CredentialReset>("notifications-people");
        services.On<SessionCancelledConsumer, SessionCancelled>("notifications-sessions");
        services.On<MakeUpDueSoonConsumer, MakeUpDueSoon>("notifications-sessions");
        services.On<MakeUpOverdueConsumer, MakeUpOverdue>("notifications-sessions");
        services.On<MakeUpDoneConsumer, MakeUpDone>("notifications-sessions");
        services.On<MaterialsDistributedConsumer, MaterialsDistributed>("notifications-sessions");
        services.On<ArchiveOverdueConsumer, ArchiveOverdue>("notifications-sessions");
        services.On<SessionArchivedConsumer, SessionArchived>("notifications-sessions");
        services.On<MemberObligationsOpenConsumer, MemberObligationsOpen>("notifications-sessions");
        services.On<ObservationAnnouncedConsumer, ObservationAnnounced>("notifications-observations");
        services.On<ObservationFeedbackIssuedConsumer, ObservationFeedbackIssued>("notifications-observations");
        services.On<BulletinRemindedConsumer, BulletinReminded>("notifications-bulletins");
        services.On<SessionNotifiedConsumer, SessionNotified>("notifications-sessions");
        services.On<MakeUpAssignedConsumer, MakeUpAssigned>("notifications-sessions");
        services.On<PlanReturnedConsumer, PlanReturned>("notifications-plans");
        services.On<PlanFiledConsumer, PlanFiled>("notifications-plans");
        services.On<PlanAcceptedConsumer, PlanAccepted>("notifications-plans");
        services.On<PlanFilingDueSoonConsumer, PlanFilingDueSoon>("notifications-plans");
        services.On<PlanFilingDueConsumer, PlanFilingDue>("notifications-plans");
        services.On<PlanFilingOverdueConsumer, PlanFilingOverdue>("notifications-plans");
        services.On<TopicCampaignOpenedConsumer, TopicCampaignOpened>("notifications-arrangements");
        services.On<TopicProposalAnsweredConsumer, TopicProposalAnswered>("notifications-arrangements");
        services.On<ArrangementIssuedConsumer, ArrangementIssued>("notifications-arrangements");
        services.On<ArrangementAmendedConsumer, ArrangementAmended>("notifications-arrangements");
        services.On<ArrangementWithdrawnConsumer, ArrangementWithdrawn>("notifications-arrangements");
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
        services.On<LookBackDueConsumer, LookBackDue>("notifications-rectification");
        services.On<RectificationExtendedConsumer, RectificationExtended>("notifications-rectification");
        services.On<RectificationExtensionRequestedConsumer, RectificationExtensionRequested>("notifications-rectification");
        services.On<RectificationExtensionRefusedConsumer, RectificationExtensionRefused>("notifications-rectification");
        services.On<ObservationFeedbackHandedInConsumer, ObservationFeedbackHandedIn>("notifications-observations");
        services.On<ObservationFeedbackDueConsumer, ObservationFeedbackDue>("notifications-observations");
        services.On<CoverageDueConsumer, CoverageDue>("notifications-observations");
        services.On<AssessmentShownConsumer, AssessmentShown>("notifications-assessments");
        services.On<AssessmentFinalisedConsumer, AssessmentFinalised>("notifications-assessments");
    }

    private static void On<TConsumer, TEvent>(this IServiceCollection services, string queue)
        where TConsumer : class, IEventConsumer<TEvent>
        where TEvent : IEvent => services.AddConsumer<TConsumer, TEvent, NotificationsDbContext>(queue);
}
