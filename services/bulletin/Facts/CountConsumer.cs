using Microsoft.Extensions.DependencyInjection;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Bulletin.Facts;

/// <summary>Turns an event into facts by its rule in <see cref="Counting"/>; the same for all events.</summary>
internal sealed class CountConsumer<TEvent>(BulletinDbContext db, Func<TEvent, Counted> rule) : IManyEventsConsumer<TEvent>
    where TEvent : IEvent
{
    public Task ConsumeAsync(TEvent evt, CancellationToken cancellationToken) =>
        db.CountAsync([rule(evt)], cancellationToken);

    public Task ConsumeAllAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken) =>
        db.CountAsync([.. events.Select(rule)], cancellationToken);
}

internal static class CountConsumers
{
    // One queue for all, so that the events of a record come in their order.
    private const string Queue = "bulletin-facts";

    public static IServiceCollection AddCounting(this IServiceCollection services) => services
        .Add<SessionHeld>(Counting.Of)
        .Add<AttendanceRecorded>(Counting.Of)
        .Add<SessionCompleted>(Counting.Of)
        .Add<SessionReopened>(Counting.Of)
        .Add<SessionArchived>(Counting.Of)
        .Add<MakeUpAssigned>(Counting.Of)
        .Add<MakeUpWithdrawn>(Counting.Of)
        .Add<MakeUpDone>(Counting.Of)
        .Add<FirstTopicStudied>(Counting.Of)
        .Add<ActivityRecorded>(Counting.Of)
        .Add<ObservationFeedbackIssued>(Counting.Of)
        .Add<ProblemFound>(Counting.Of)
        .Add<RectificationAccepted>(Counting.Of)
        .Add<LookBackFailed>(Counting.Of)
        .Add<LookBackPassed>(Counting.Of)
        .Add<PlanFiled>(Counting.Of)
        .Add<PlanReturned>(Counting.Of)
        .Add<PlanApproved>(Counting.Of)
        .Add<PlanAmended>(Counting.Of)
        .Add<LectureFiled>(Counting.Of)
        .Add<LectureFilingLapsed>(Counting.Of)
        .Add<BulletinIssued>(Counting.Of);

    private static IServiceCollection Add<TEvent>(this IServiceCollection services, Func<TEvent, Counted> rule)
        where TEvent : IEvent => services
        .AddSingleton(rule)
        .AddConsumer<CountConsumer<TEvent>, TEvent, BulletinDbContext>(Queue);
}
