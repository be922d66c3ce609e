using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Sessions.Lectures;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService
{
    public override async Task<Session> HoldSession(HoldSessionRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Range("material_volumes", request.MaterialVolumes, 0, 100_000);
        var session = await FindAsync(request.Name, context);
        var heldOn = request.HeldOn.Length > 0 ? request.HeldOn : session.PlannedOn.ToText();
        var (on, until) = CheckDays(wrong, "", heldOn, request.HeldUntil);
        wrong.ThrowIfAny();
        session.RequireEtag(request.Etag);
        await LectureFiling.RequireAsync(db, session, on, context.CancellationToken);

        session.Hold(on, until, request.HasMaterialVolumes ? request.MaterialVolumes : null);
        db.Add(new AttendanceRoll(session.Unit, session.Id, on));
        db.Enqueue(HeldEvent(session));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    private (DateOnly On, DateOnly? Until) CheckDays(Violations wrong, string prefix, string heldOn, string heldUntil)
    {
        var on = wrong.PastDate($"{prefix}held_on", heldOn, clock);
        var until = wrong.OptionalPastDate($"{prefix}held_until", heldUntil, clock);
        wrong.AddIf(until < on, $"{prefix}held_until", "END_BEFORE_START");
        return (on, until);
    }
}
