using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed partial class LeaveRequestService
{
    public override async Task<V1.LeaveRequest> ApproveLeaveRequest(
        ApproveLeaveRequestRequest request, ServerCallContext context)
    {
        new Violations().OptionalText("note", request.Note, 500).ThrowIfAny();
        var leave = await FindDecidableAsync(request.Name, context);

        leave.Approve($"people/{context.Caller().Person}", context.ActsFor(), request.Note);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(leave);
    }

    public override async Task<V1.LeaveRequest> DeclineLeaveRequest(
        DeclineLeaveRequestRequest request, ServerCallContext context)
    {
        new Violations().Text("note", request.Note, 500).ThrowIfAny();
        var leave = await FindDecidableAsync(request.Name, context);

        leave.Decline($"people/{context.Caller().Person}", context.ActsFor(), request.Note);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(leave);
    }

    private async Task<LeaveRequest> FindDecidableAsync(string name, ServerCallContext context)
    {
        var leave = await FindAsync(name, context);
        var session = await db.FindSessionAsync(new SessionName(leave.Unit, leave.Session), context);
        session.Require(SessionState.Notified, SessionState.Held);
        return leave;
    }
}
