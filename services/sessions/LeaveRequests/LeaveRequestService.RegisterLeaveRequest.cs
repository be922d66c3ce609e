using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed partial class LeaveRequestService
{
    public override async Task<V1.LeaveRequest> RegisterLeaveRequest(
        RegisterLeaveRequestRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalPastDate("registered_on", request.RegisteredOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var leave = await FindAsync(request.Name, context);
        if (!leave.IsOfTheOffice)
        {
            throw LeaveErrors.NotFound(request.Name);
        }

        if (leave.State == LeaveState.ToRegister)
        {
            var session = await db.FindSessionAsync(new SessionName(leave.Unit, leave.Session), context);
            session.Require(SessionState.Notified, SessionState.Held);
            leave.Register($"people/{context.Caller().Person}", on);
            await db.SaveChangesAsync(context.CancellationToken);
        }

        return ToProto(leave);
    }
}
