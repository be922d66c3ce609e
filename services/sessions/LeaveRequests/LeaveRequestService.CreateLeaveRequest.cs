using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.LeaveRequests;

internal sealed partial class LeaveRequestService
{
    public override async Task<V1.LeaveRequest> CreateLeaveRequest(
        CreateLeaveRequestRequest request, ServerCallContext context)
    {
        var asked = request.LeaveRequest ?? new V1.LeaveRequest();
        var wrong = new Violations().Enum("leave_request.reason", asked.Reason)
            .OptionalText("leave_request.text", asked.Text, 500)
            .NoSecretMarks("leave_request", asked);
        var promised = wrong.OptionalDate("leave_request.promised_make_up_on", asked.PromisedMakeUpOn);
        var person = PersonOf(request, wrong, context);
        wrong.ThrowIfAny();
        var session = await db.FindSessionAsync(SessionName.Parse(request.Parent, field: "parent"), context);
        session.Require(SessionState.Notified, SessionState.Held);
        var name = await NameOfMemberAsync(session, person, context.CancellationToken);

        var leave = new LeaveRequest(session.Unit, session.Id, person, name, $"people/{context.Caller().Person}");
        leave.Explain(asked.Reason, asked.Text, promised);
        db.Add(leave);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("leave_request"))
        {
            throw LeaveErrors.Exists(leave.ResourceName);
        }

        return ToProto(leave);
    }

    /// <summary>Who asks is who signed in; only the secretary enters it for somebody else, from paper.</summary>
    private static string PersonOf(CreateLeaveRequestRequest request, Violations wrong, ServerCallContext context)
    {
        var (caller, person) = (context.Caller(), wrong.Person("person", request.Person));
        if (person.Length == 0 || person == caller.Person)
        {
            return caller.Person;
        }

        return caller.Has(Role.StudySecretary, context.Call().UnitPath!) ? person : throw LeaveErrors.NotYours();
    }

    private async Task<string> NameOfMemberAsync(StudySession session, string person, CancellationToken cancellationToken)
    {
        var day = session.HeldOn ?? session.PlannedOn;
        return await db.MemberViews.OfUnitOn(session.Unit, day).Where(member => member.Person == person)
                .Select(member => member.Name).FirstOrDefaultAsync(cancellationToken)
            ?? throw DomainError.Invalid("person", "PERSON_NOT_MEMBER", ("person", person));
    }
}
