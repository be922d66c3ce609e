using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed partial class LeaveRequestService(SessionsDbContext db, TimeProvider clock)
    : V1.LeaveRequestService.LeaveRequestServiceBase
{
    private const string All = "-";
    private static readonly Role[] Office = [Role.CountyOffice];

    private const string Pattern = "units/{unit}/sessions/{session}/leaveRequests/{person}";

    public override async Task<V1.LeaveRequest> GetLeaveRequest(GetLeaveRequestRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListLeaveRequestsResponse> ListLeaveRequests(
        ListLeaveRequestsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var session = SessionName.Parse(request.Parent, field: "parent");
        if (session.Id != All)
        {
            await db.FindSessionAsync(session, context);
        }

        var leaves = await VisibleAsync(context);
        leaves = session.Id == All ? leaves : leaves.Where(leave => leave.Session == session.Id);
        leaves = request.State == LeaveState.Unspecified ? leaves : leaves.Where(leave => leave.State == request.State);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            leaves = leaves.Where(l => l.Unit.CompareTo(after.Unit) > 0
                || (l.Unit == after.Unit && l.Session.CompareTo(after.Session) > 0)
                || (l.Unit == after.Unit && l.Session == after.Session && l.Person.CompareTo(after.Person) > 0));
        }

        var read = await leaves.OrderBy(l => l.Unit).ThenBy(l => l.Session).ThenBy(l => l.Person).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, l => new PageKey(l.Unit, l.Session, l.Person));

        return new ListLeaveRequestsResponse { LeaveRequests = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<LeaveRequest> FindAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse(Pattern, name);
        var (session, person) = (parts[1], parts[2]);
        return await (await VisibleAsync(context)).SingleOrDefaultAsync(
                l => l.Unit == parts[0] && l.Session == session && l.Person == person, context.CancellationToken)
            ?? throw LeaveErrors.NotFound(name);
    }

    /// <summary>
    /// A colleague's request looks like none to a member, and to the county office what it need not register.
    /// </summary>
    private async Task<IQueryable<LeaveRequest>> VisibleAsync(ServerCallContext context)
    {
        var (call, me) = (context.Call(), context.Caller().Person);
        var staffUnits = await call.StaffUnitsAsync(db, context.CancellationToken);
        var officeUnits = await call.UnitsOfAsync(db, Office, context.CancellationToken);
        return db.LeaveRequests.VisibleTo(call, db).Where(leave => leave.Person == me || staffUnits.Contains(leave.Unit)
            || (officeUnits.Contains(leave.Unit)
                && (leave.State == LeaveState.ToRegister || leave.RegisteredOn != null)));
    }

    internal static V1.LeaveRequest ToProto(LeaveRequest leave) => new()
    {
        Name = leave.ResourceName,
        DisplayName = leave.Name,
        Reason = leave.Reason,
        Text = leave.Text,
        PromisedMakeUpOn = leave.PromisedMakeUpOn.ToText(),
        State = leave.State,
        EnteredBy = leave.EnteredBy,
        DecidedBy = leave.DecidedBy,
        DecidedFor = leave.DecidedFor,
        DecisionNote = leave.DecisionNote,
        RegisteredBy = leave.RegisteredBy,
        RegisteredOn = leave.RegisteredOn.ToText(),
        Rulebook = leave.Rulebook,
        Etag = leave.Etag,
        CreateTime = leave.CreatedAt.ToTimestamp(),
    };

    private sealed record PageKey(string Unit, string Session, string Person);
}
