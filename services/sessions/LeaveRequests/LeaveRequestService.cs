using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed partial class LeaveRequestService(SessionsDbContext db)
    : V1.LeaveRequestService.LeaveRequestServiceBase
{
    private const string Pattern = "units/{unit}/sessions/{session}/leaveRequests/{person}";

    public override async Task<V1.LeaveRequest> GetLeaveRequest(GetLeaveRequestRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListLeaveRequestsResponse> ListLeaveRequests(
        ListLeaveRequestsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var session = SessionName.Parse(request.Parent, field: "parent");
        var (call, me) = (context.Call(), context.Caller().Person);
        await db.FindSessionAsync(session, context);
        var seesAll = call.IsStaff(call.UnitPath!);
        var leaves = db.LeaveRequests.AsNoTracking().VisibleTo(call, db)
            .Where(leave => leave.Session == session.Id && (seesAll || leave.Person == me));
        if (Paging.After<string>(request.PageToken) is { } after)
        {
            leaves = leaves.Where(leave => leave.Person.CompareTo(after) > 0);
        }

        var read = await leaves.OrderBy(leave => leave.Person).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, leave => leave.Person);

        return new ListLeaveRequestsResponse { LeaveRequests = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>A colleague's request looks like none to a member.</summary>
    private async Task<LeaveRequest> FindAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse(Pattern, name);
        var (session, person, call) = (parts[1], parts[2], context.Call());
        var leave = await db.LeaveRequests.VisibleTo(call, db).SingleOrDefaultAsync(
            l => l.Unit == parts[0] && l.Session == session && l.Person == person, context.CancellationToken);
        return leave is not null && (leave.Person == context.Caller().Person || call.IsStaff(call.UnitPath!))
            ? leave
            : throw LeaveErrors.NotFound(name);
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
        Etag = leave.Etag,
        CreateTime = leave.CreatedAt.ToTimestamp(),
    };
}
