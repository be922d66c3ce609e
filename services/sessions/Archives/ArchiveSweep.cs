using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Sessions.Completeness;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

/// <summary>
/// Says once when the folder of a held session is not archived by its day. The day follows from the rulebook and moves
/// with it, so the subject contains it: another day is another deadline.
/// </summary>
internal sealed class ArchiveSweep(TimeProvider clock) : ISweep<SessionsDbContext>
{
    private const string Overdue = "OVERDUE";
    private const int Batch = 1000;
    private static readonly AlertLadder Ladder = new(new AlertLevel(Overdue, 1));
    private static readonly SessionState[] Open = [SessionState.Held, SessionState.Recorded, SessionState.Complete];

    /// <summary>Whoever enters a year late is not alerted about what the next call settles.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public async Task SweepAsync(SessionsDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await SevenHavesRules.LoadAsync(db, db.UnitViews, today, cancellationToken);
        var old = clock.GetUtcNow() - Grace;
        // In key order, so that two replicas cannot wait in a circle.
        var sessions = await db.Sessions.AsNoTracking().Where(s => Open.Contains(s.State) && s.CreatedAt <= old)
            .OrderBy(s => s.Unit).ThenBy(s => s.Id)
            .Select(s => new { s.Unit, s.Id, s.Topic, HeldOn = s.HeldOn!.Value, s.HeldUntil, s.Version })
            .ToListAsync(cancellationToken);
        var late = sessions
            .Select(s => (Session: new SessionName(s.Unit, s.Id), s.Topic, s.HeldOn, s.Version,
                DueOn: rules.ArchiveBy(s.Unit, s.HeldUntil ?? s.HeldOn)))
            .Where(s => Ladder.Reached(new Deadline(s.DueOn), today, rules.Calendar) is not null);

        foreach (var some in late.Chunk(Batch))
        {
            var subjects = some.Select(s => Subject(s.Session, s.DueOn)).ToList();
            var done = await db.SubjectsDoneWith(Overdue).Where(subject => subjects.Contains(subject))
                .ToListAsync(cancellationToken);
            var open = some.Where(s => !done.Contains(Subject(s.Session, s.DueOn)));
            foreach (var (session, topic, heldOn, version, dueOn) in open)
            {
                var row = db.Sessions.Where(s => s.Unit == session.Unit && s.Id == session.Id);
                if (await row.HoldAsync(version, cancellationToken))
                {
                    await db.RaiseAsync(
                        Subject(session, dueOn), Ladder, Ladder.Top,
                        new ArchiveOverdue(session.ToString(), session.Unit, topic, heldOn, dueOn, version),
                        clock.GetUtcNow(), cancellationToken);
                }
            }
        }
    }

    private static string Subject(SessionName session, DateOnly dueOn) => $"{session}/archive@{dueOn.ToText()}";
}
