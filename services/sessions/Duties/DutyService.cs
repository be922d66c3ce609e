using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Duties;

internal sealed partial class DutyService(SessionsDbContext db, TimeProvider clock) : V1.DutyService.DutyServiceBase
{
    private static readonly SessionState[] Ahead =
    [
        SessionState.Planned, SessionState.Postponed, SessionState.SchemeSubmitted, SessionState.SchemeApproved,
        SessionState.Notified,
    ];

    public override async Task<ListDutiesResponse> ListDuties(ListDutiesRequest request, ServerCallContext context)
    {
        var session = await db.FindSessionAsync(SessionName.Parse(request.Parent, field: "parent"), context);
        return new ListDutiesResponse { Duties = { await OfAsync([session], context.CancellationToken) } };
    }

    public override async Task<ListOpenDutiesResponse> ListOpenDuties(ListOpenDutiesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var sessions = db.Sessions.AsNoTracking().VisibleTo(context.Call(), db).Where(s => Ahead.Contains(s.State));
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            sessions = sessions.Where(s => s.PlannedOn > after.PlannedOn
                || (s.PlannedOn == after.PlannedOn && s.Unit.CompareTo(after.Unit) > 0)
                || (s.PlannedOn == after.PlannedOn && s.Unit == after.Unit && s.Id.CompareTo(after.Id) > 0));
        }

        var read = await sessions.OrderBy(s => s.PlannedOn).ThenBy(s => s.Unit).ThenBy(s => s.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, s => new PageKey(s.PlannedOn, s.Unit, s.Id));
        var open = (await OfAsync(rows, context.CancellationToken))
            .Where(duty => !duty.IsDone && (request.Owner == DutyOwner.Unspecified || duty.Owner == request.Owner));

        return new ListOpenDutiesResponse { Duties = { open }, NextPageToken = next };
    }

    private async Task<List<Duty>> OfAsync(IReadOnlyList<StudySession> sessions, CancellationToken cancellationToken)
    {
        var (units, ids) = (sessions.Select(s => s.Unit).Distinct().ToList(), sessions.Select(s => s.Id).ToList());
        var ticks = await db.Set<DutyTick>().AsNoTracking()
            .Where(tick => units.Contains(tick.Unit) && ids.Contains(tick.Session)).ToListAsync(cancellationToken);
        var closed = await db.Rolls.AsNoTracking()
            .Where(roll => roll.IsClosed && units.Contains(roll.Unit) && ids.Contains(roll.Session))
            .Select(roll => new { roll.Unit, roll.Session }).ToListAsync(cancellationToken);
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var kinds = await db.UnitViews.Where(view => units.Contains(view.Code))
            .ToDictionaryAsync(view => view.Code, view => view.Kind, cancellationToken);

        return [.. sessions.SelectMany(session => DutyList.Of(
            session, [.. ticks.Where(tick => tick.Unit == session.Unit && tick.Session == session.Id)],
            closed.Any(roll => roll.Unit == session.Unit && roll.Session == session.Id),
            rules.For(session.Unit, kinds.GetValueOrDefault(session.Unit)).Number("notice.lead_days"), clock.Today()))];
    }

    private sealed record PageKey(DateOnly PlannedOn, string Unit, string Id);
}
