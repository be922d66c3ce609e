using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Supervision.Facts;

internal static class FactModule
{
    /// <summary>What assessments count, kept from what other services announce.</summary>
    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddConsumer<SessionHeldConsumer, SessionHeld, SupervisionDbContext>("supervision-session-held")
        .AddConsumer<SchemeApprovedConsumer, SchemeApproved, SupervisionDbContext>("supervision-scheme-approved")
        .AddConsumer<SessionCompletedConsumer, SessionCompleted, SupervisionDbContext>("supervision-session-completed")
        .AddConsumer<SessionReopenedConsumer, SessionReopened, SupervisionDbContext>("supervision-session-completed")
        .AddConsumer<SessionArchivedConsumer, SessionArchived, SupervisionDbContext>("supervision-session-archived")
        .AddConsumer<PlanFiledConsumer, PlanFiled, SupervisionDbContext>("supervision-plan-filed")
        .AddConsumer<FirstTopicStudiedConsumer, FirstTopicStudied, SupervisionDbContext>("supervision-first-topic-studied")
        .AddConsumer<ActivityRecordedConsumer, ActivityRecorded, SupervisionDbContext>("supervision-activity-recorded");
}
