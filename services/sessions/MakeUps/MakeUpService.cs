using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MakeUps;

internal sealed partial class MakeUpService(
    SessionsDbContext db, RollBook rolls, ArchiveFolder folder, TimeProvider clock) : V1.MakeUpService.MakeUpServiceBase
{
    public override async Task<V1.MakeUp> GetMakeUp(GetMakeUpRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListMakeUpsResponse> ListMakeUps(ListMakeUpsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var (call, me) = (context.Call(), context.Caller().Person);
        var staffUnits = await call.StaffUnitsAsync(db, context.CancellationToken);
        var makeUps = Filter(db.MakeUps.AsNoTracking().VisibleTo(call, db), request)
            .Where(makeUp => makeUp.Person == me || staffUnits.Contains(makeUp.Unit));
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            makeUps = makeUps.Where(m => m.Unit.CompareTo(after.Unit) > 0
                || (m.Unit == after.Unit && m.Id.CompareTo(after.Id) > 0));
        }

        var read = await makeUps.OrderBy(m => m.Unit).ThenBy(m => m.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, m => new PageKey(m.Unit, m.Id));

        return new ListMakeUpsResponse { MakeUps = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static IQueryable<MakeUp> Filter(IQueryable<MakeUp> makeUps, ListMakeUpsRequest request)
    {
        if (request.Session.Length > 0)
        {
            var (unit, id) = SessionName.Parse(request.Session, field: "session");
            makeUps = makeUps.Where(makeUp => makeUp.Unit == unit && makeUp.Session == id);
        }

        return request.State == MakeUpState.Unspecified ? makeUps : makeUps.Where(makeUp => makeUp.State == request.State);
    }

    /// <summary>A colleague's make-up looks like none to a member.</summary>
    private async Task<MakeUp> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/makeUps/{makeUp}", name)[1];
        var call = context.Call();
        var makeUp = await db.MakeUps.VisibleTo(call, db).SingleOrDefaultAsync(m => m.Id == id, context.CancellationToken);
        return makeUp is not null && (makeUp.Person == context.Caller().Person || (call.UnitPath is { } path && call.IsStaff(path)))
            ? makeUp
            : throw MakeUpErrors.NotFound(name);
    }

    private V1.MakeUp ToProto(MakeUp makeUp) => ToProto(makeUp, clock.Today());

    internal static V1.MakeUp ToProto(MakeUp makeUp, DateOnly today) => new()
    {
        Name = makeUp.ResourceName,
        Session = SessionName.Of(makeUp.Unit, makeUp.Session),
        Topic = makeUp.Topic,
        Person = $"people/{makeUp.Person}",
        DisplayName = makeUp.Name,
        DueOn = makeUp.DueOn.ToText(),
        Rulebook = makeUp.Rulebook,
        State = makeUp.State,
        IsOverdue = makeUp.IsOverdue(today),
        Way = makeUp.Way,
        Content = makeUp.Studied,
        Reflection = makeUp.Reflection,
        ReportedAt = makeUp.ReportedAt.Length == 0 ? "" : SessionName.Of(makeUp.Unit, makeUp.ReportedAt),
        Evidence = { makeUp.Evidence.Select(id => $"{SessionName.Of(makeUp.Unit, makeUp.Session)}/files/{id}") },
        DoneOn = makeUp.DoneOn.ToText(),
        ConfirmedBy = makeUp.ConfirmedBy,
        ReturnReason = makeUp.ReturnReason,
        Etag = makeUp.Etag,
        CreateTime = makeUp.CreatedAt.ToTimestamp(),
    };

    private sealed record PageKey(string Unit, string Id);
}
