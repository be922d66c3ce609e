using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Supervision.Observations;

namespace StudySuite.Supervision.Alerts;

/// <summary>Finds the sit-ins whose feedback form has reached a level since the last sweep.</summary>
internal sealed class FeedbackSweep(TimeProvider clock) : ISweep<SupervisionDbContext>
{
    public async Task SweepAsync(SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var day = await AlertDay.LoadAsync(db, today, cancellationToken);
        var dueUntil = day.Report.DueUntil(today, day.Calendar);
        var observations = await db.Observations.AsNoTracking()
            .Where(o => o.State == ObservationState.Observed && o.FeedbackDueOn <= dueUntil)
            .OrderBy(o => o.Unit).ThenBy(o => o.Id)
            .ToListAsync(cancellationToken);
        var done = await db.DoneAsync(observations.Select(Subject), day.Report, cancellationToken);

        foreach (var observation in observations)
        {
            var dueOn = observation.FeedbackDueOn!.Value;
            if (day.Report.Reached(new Deadline(dueOn), today, day.Calendar) is { } level
                && !done.Contains((Subject(observation), level.Name))
                && await db.Observations.Where(o => o.Unit == observation.Unit && o.Id == observation.Id)
                    .HoldAsync(observation.Version, cancellationToken))
            {
                var announcement = new ObservationFeedbackDue(
                    observation.ResourceName, observation.Unit, observation.Organiser, dueOn, level.Name,
                    observation.Observers, observation.Version);
                await db.RaiseAsync(Subject(observation), day.Report, level, announcement, clock.GetUtcNow(), cancellationToken);
            }
        }
    }

    private static string Subject(Observation observation) => $"{observation.ResourceName}/feedback";
}
