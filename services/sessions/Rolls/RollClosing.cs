using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.MakeUps;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using MakeUp = StudySuite.Sessions.MakeUps.MakeUp;

namespace StudySuite.Sessions.Rolls;

/// <summary>
/// Closing a roll under its lock, by itself or with the record: nobody stays unmarked, and whoever missed the session
/// has something to make up (DOMAIN §4). Saved by the caller.
/// </summary>
internal sealed class RollClosing(SessionsDbContext db, RollBook rolls, TimeProvider clock)
{
    public async Task CloseAsync(StudySession session, AttendanceRoll roll, ServerCallContext context)
    {
        var cancellationToken = context.CancellationToken;
        roll.Close();
        var sheet = (await rolls.ReadAsync(new SessionName(session.Unit, session.Id), cancellationToken))!;
        var marks = await UnmarkedAsync(session, sheet, cancellationToken);
        if (marks.Count > 0)
        {
            await MarkWriter.WriteAsync(db, sheet, marks, context.Caller().Person, clock.GetUtcNow(), cancellationToken);
            sheet = sheet.With(marks);
        }

        db.Enqueue(sheet.ToEvent(roll.NextVersion, isClosed: true));
        await AssignMakeUpsAsync(session, sheet, cancellationToken);
    }

    /// <summary>Whom nobody marked: on leave when the leader granted it, else absent.</summary>
    private async Task<List<Mark>> UnmarkedAsync(StudySession session, RollSheet sheet, CancellationToken cancellationToken)
    {
        var excused = await db.LeaveRequests
            .Where(leave => leave.Unit == session.Unit && leave.Session == session.Id && leave.State == LeaveState.Approved)
            .Select(leave => leave.Person).ToListAsync(cancellationToken);
        return [.. sheet.Entries
            .Where(entry => entry.IsFull && entry.Status == AttendanceStatus.Unspecified)
            .Select(entry => new Mark(
                entry.Person, excused.Contains(entry.Person) ? AttendanceStatus.Leave : AttendanceStatus.Absent, ""))];
    }

    private async Task AssignMakeUpsAsync(StudySession session, RollSheet sheet, CancellationToken cancellationToken)
    {
        var there = await db.MakeUps.Where(makeUp => makeUp.Unit == session.Unit && makeUp.Session == session.Id)
            .ToDictionaryAsync(makeUp => makeUp.Person, cancellationToken);
        var rules = await Rules.LoadAsync(db, session.Unit, sheet.HeldOn, cancellationToken);
        var dueOn = sheet.HeldOn.AddDays(rules.Number("makeup.deadline_days"));

        foreach (var entry in sheet.Entries)
        {
            there.TryGetValue(entry.Person, out var makeUp);
            if (!entry.IsMissing)
            {
                if (makeUp?.WithdrawUnlessDone() == true)
                {
                    db.Enqueue(makeUp.ToWithdrawn());
                }
            }
            else if (makeUp is null || makeUp.State == MakeUpState.Withdrawn)
            {
                if (makeUp is null)
                {
                    makeUp = new MakeUp(session.Unit, session.Id, entry.Person, entry.Name);
                    db.Add(makeUp);
                }
                else
                {
                    await db.RearmAsync(
                        makeUp.ResourceName, new Deadline(dueOn), MakeUpSweep.Ladder(rules), clock.Today(),
                        await WorkCalendar.LoadAsync(db, cancellationToken), cancellationToken);
                }

                makeUp.Assign(session.Topic, sheet.HeldOn, dueOn, rules.Rulebook);
                db.Enqueue(new MakeUpAssigned(
                    makeUp.ResourceName, session.Unit, session.ResourceName, entry.Person, session.Topic, dueOn,
                    makeUp.NextVersion));
            }
        }
    }
}
