using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Completeness;

internal sealed partial class SevenHavesService(SessionsDbContext db, TimeProvider clock)
    : V1.SevenHavesService.SevenHavesServiceBase
{
    private static readonly SessionState[] Held =
        [SessionState.Held, SessionState.Recorded, SessionState.Complete, SessionState.Archived];

    public override async Task<ListSevenHavesResponse> ListSevenHaves(ListSevenHavesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var sessions = HeldIn(request.Year, context);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            sessions = sessions.Where(s => s.Unit.CompareTo(after.Unit) > 0
                || (s.Unit == after.Unit && s.HeldOn > after.HeldOn)
                || (s.Unit == after.Unit && s.HeldOn == after.HeldOn && s.Id.CompareTo(after.Id) > 0));
        }

        var read = await sessions.OrderBy(s => s.Unit).ThenBy(s => s.HeldOn).ThenBy(s => s.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, s => new PageKey(s.Unit, s.HeldOn!.Value, s.Id));
        var rules = await SevenHavesRules.LoadAsync(
            db, db.UnitViews.GrantedTo(context.Call()), clock.Today(), context.CancellationToken);
        var culture = SevenHavesTexts.CultureOf(context);
        var found = (await RunAsync(rows, context.CancellationToken))
            .Select(one => SevenHavesTexts.ToProto(one.Session, one.Findings, rules, clock.Today(), culture))
            .Where(one => !request.OnlyMissing || !one.IsComplete);

        return new ListSevenHavesResponse { SevenHaves = { found }, NextPageToken = next };
    }

    private IQueryable<StudySession> HeldIn(int year, ServerCallContext context)
    {
        var sessions = db.Sessions.AsNoTracking().VisibleTo(context.Call(), db).Where(s => Held.Contains(s.State));
        return Content.Year(year) is var (first, last)
            ? sessions.Where(s => s.HeldOn >= first && s.HeldOn <= last)
            : sessions;
    }

    private async Task<List<(StudySession Session, IReadOnlyList<SevenHavesFinding> Findings)>> RunAsync(
        IReadOnlyList<StudySession> sessions, CancellationToken cancellationToken)
    {
        var units = sessions.Select(session => session.Unit).Distinct().ToList();
        var first = sessions.Count == 0 ? default : sessions.Min(session => session.HeldOn!.Value);
        var rolls = await db.Rolls.AsNoTracking().Where(roll => units.Contains(roll.Unit) && roll.HeldOn >= first)
            .ToDictionaryAsync(roll => (roll.Unit, roll.Session), cancellationToken);
        return [.. sessions.Select(session =>
            (session, SevenHavesChecks.Run(session, rolls.GetValueOrDefault((session.Unit, session.Id)))))];
    }

    private sealed record PageKey(string Unit, DateOnly HeldOn, string Id);
}
