using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Tally.V1;
using StudySuite.Defaults.Counting;
using StudySuite.Events;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.CountedEvents;

/// <summary>What counts of sessions: sessions with their rolls, make-ups, first topics, activities, filings
/// of lectures.</summary>
internal sealed partial class CountedEventService(SessionsDbContext db, RollBook rolls)
    : V1.CountedEventService.CountedEventServiceBase
{
    public override Task ListCountedEvents(
        ListCountedEventsRequest request, IServerStreamWriter<ListCountedEventsResponse> responseStream,
        ServerCallContext context) => CountedEventStream.SendAsync(
            request, responseStream, context, SessionsAsync, RollsAsync, MakeUpsAsync, FirstTopicsAsync, ActivitiesAsync, LecturesAsync);

    private async Task<List<CountedRecord>> SessionsAsync(
        string unit, string id, int size, CancellationToken cancellationToken)
    {
        var sessions = await db.Sessions.AsNoTracking()
            .Where(session => session.HeldOn != null)
            .Where(session => session.Unit.CompareTo(unit) > 0 || (session.Unit == unit && session.Id.CompareTo(id) > 0))
            .OrderBy(session => session.Unit).ThenBy(session => session.Id).Take(size).ToListAsync(cancellationToken);
        var ids = sessions.ConvertAll(session => session.Id);
        var seals = await db.Archives.AsNoTracking().Where(archive => ids.Contains(archive.Session))
            .ToDictionaryAsync(
                archive => (archive.Unit, archive.Session), archive => archive.IndexSha256, cancellationToken);
        return [.. sessions.Select(session => new CountedRecord(
            session.Unit, session.Id, [.. EventsOf(session, seals.GetValueOrDefault((session.Unit, session.Id)))]))];
    }

    private static IEnumerable<IEvent> EventsOf(StudySession session, string? seal)
    {
        var (name, on) = (session.ResourceName, session.HeldOn!.Value);
        yield return StudySessions.SessionService.HeldEvent(session) with { Version = session.Version };
        if (session.State is V1.SessionState.Complete or V1.SessionState.Archived)
        {
            yield return new SessionCompleted(name, session.Unit, on, session.Record.Speeches.Count, session.Version);
        }

        if (seal is not null)
        {
            yield return new SessionArchived(name, session.Unit, on, seal, session.Version);
        }
    }

    /// <summary>One of which nothing was ever said has its first version still.</summary>
    private async Task<List<CountedRecord>> RollsAsync(string unit, string id, int size, CancellationToken cancellationToken)
    {
        var page = await db.Rolls.AsNoTracking()
            .Where(roll => roll.Version > 1)
            .Where(roll => roll.Unit.CompareTo(unit) > 0 || (roll.Unit == unit && roll.Session.CompareTo(id) > 0))
            .OrderBy(roll => roll.Unit).ThenBy(roll => roll.Session).Take(size).ToListAsync(cancellationToken);
        var records = new List<CountedRecord>(page.Count);
        foreach (var roll in page)
        {
            var sheet = (await rolls.ReadAsync(new SessionName(roll.Unit, roll.Session), cancellationToken))!;
            // When it was closed everybody had a mark: who has none came to the group's list later.
            var counted = sheet.IsClosed
                ? sheet with { Entries = [.. sheet.Entries.Where(entry => entry.Status != V1.AttendanceStatus.Unspecified)] }
                : sheet;
            records.Add(new CountedRecord(roll.Unit, roll.Session, counted.ToEvent(sheet.Version, sheet.IsClosed)));
        }

        return records;
    }
}
