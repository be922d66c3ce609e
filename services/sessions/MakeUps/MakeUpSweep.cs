using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MakeUps;

/// <summary>Reminds of make-ups before they are due, and says once when one is overdue.</summary>
internal sealed class MakeUpSweep(TimeProvider clock) : ISweep<SessionsDbContext>
{
    private const string DueSoon = "SOON";
    private const string Overdue = "OVERDUE";

    /// <summary>Whoever enters a year late is not alerted about what the next call settles.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public static AlertLadder Ladder(Rules rules) => new(
        new AlertLevel(DueSoon, -rules.Number("alert.due_soon_days")), new AlertLevel(Overdue, 1));

    public async Task SweepAsync(SessionsDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var ladder = Ladder(await Rules.LoadAsync(db, today, cancellationToken));
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        var (until, old) = (ladder.DueUntil(today, calendar), clock.GetUtcNow() - Grace);
        var (soonDone, overdueDone) = (db.SubjectsDoneWith(DueSoon), db.SubjectsDoneWith(Overdue));
        var makeUps = await db.MakeUps.AsNoTracking()
            .Where(m => (m.State == MakeUpState.Assigned || m.State == MakeUpState.Submitted) && m.DueOn <= until && m.CreatedAt <= old)
            .Where(m => m.DueOn < today
                ? !overdueDone.Contains("units/" + m.Unit + "/makeUps/" + m.Id)
                : m.State == MakeUpState.Assigned && !soonDone.Contains("units/" + m.Unit + "/makeUps/" + m.Id))
            .OrderBy(m => m.Unit).ThenBy(m => m.Id).Take(1000).ToListAsync(cancellationToken);

        foreach (var makeUp in makeUps)
        {
            var row = db.MakeUps.Where(m => m.Unit == makeUp.Unit && m.Id == makeUp.Id);
            if (ladder.Reached(new Deadline(makeUp.DueOn), today, calendar) is { } level
                && await row.HoldAsync(makeUp.Version, cancellationToken))
            {
                await db.RaiseAsync(
                    makeUp.ResourceName, ladder, level, Announcement(makeUp, level), clock.GetUtcNow(), cancellationToken);
            }
        }
    }

    private static IEvent Announcement(MakeUp makeUp, AlertLevel level)
    {
        var session = SessionName.Of(makeUp.Unit, makeUp.Session);
        return level.Name == Overdue
            ? new MakeUpOverdue(
                makeUp.ResourceName, makeUp.Unit, session, makeUp.Person, makeUp.Topic, makeUp.DueOn, makeUp.Version)
            : new MakeUpDueSoon(
                makeUp.ResourceName, makeUp.Unit, session, makeUp.Person, makeUp.Topic, makeUp.DueOn, makeUp.Version);
    }
}
