using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed partial class LeaveRequestService
{
    public override async Task<V1.LeaveRequest> ApproveLeaveRequest(
        ApproveLeaveRequestRequest request, ServerCallContext context)
    {
        new Violations().OptionalText("note", request.Note, 500).ThrowIfAny();
        var (leave, rules) = await FindDecidableAsync(request.Name, context);

        leave.Approve(
            $"people/{context.Caller().Person}", context.ActsFor(), request.Note,
            needsOffice: rules.Text("leave.approver") == "leader_and_office", rules.Rulebook);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(leave);
    }

    public override async Task<V1.LeaveRequest> DeclineLeaveRequest(
        DeclineLeaveRequestRequest request, ServerCallContext context)
    {
        new Violations().Text("note", request.Note, 500).ThrowIfAny();
        var (leave, rules) = await FindDecidableAsync(request.Name, context);

        leave.Decline($"people/{context.Caller().Person}", context.ActsFor(), request.Note, rules.Rulebook);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(leave);
    }

    /// <summary>With the rules of the session's day, by which it is decided.</summary>
    private async Task<(LeaveRequest Leave, Rules Rules)> FindDecidableAsync(string name, ServerCallContext context)
    {
        var leave = await FindAsync(name, context);
        var session = await db.FindSessionAsync(new SessionName(leave.Unit, leave.Session), context);
        session.Require(SessionState.Notified, SessionState.Held);
        var day = session.HeldOn ?? session.PlannedOn;
        return (leave, await Rules.LoadAsync(db, session.Unit, day, context.CancellationToken));
    }
}
