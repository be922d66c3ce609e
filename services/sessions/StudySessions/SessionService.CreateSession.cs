using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Messaging;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService
{
    private static readonly string[] Plan =
        ["topic", "forms", "reading_class", "plan_item", "unplanned_reason", "planned_on"];

    public override async Task<Session> CreateSession(CreateSessionRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var wrong = new Violations().OptionalId("session_id", request.SessionId);
        var plan = await SessionPlan.CheckAsync(
            request.Session ?? new Session(), unit, request.SessionId, db, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        var session = new StudySession(unit, ResourceName.NewId(request.SessionId));
        session.Plan(plan);
        db.Add(session);
        db.Enqueue(PlannedEvent(session));
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("study_session"))
        {
            throw SessionErrors.Exists(session.ResourceName);
        }

        return ToProto(session);
    }

    public override async Task<Session> UpdateSession(UpdateSessionRequest request, ServerCallContext context)
    {
        var fields = Masks.Writable(request.UpdateMask, Plan);
        var session = await FindAsync(request.Session.Name, context);
        session.RequireEtag(request.Session.Etag);
        session.Require(SessionState.Planned, SessionState.Postponed);
        var asked = ToProto(session);
        Content.Take(fields, request.Session, asked);
        var wrong = new Violations();
        var plan = await SessionPlan.CheckAsync(asked, session.Unit, session.Id, db, wrong, context.CancellationToken);
        wrong.ThrowIfAny();
        await RequireNoSessionsInsideAsync(session, plan, context.CancellationToken);

        session.Plan(plan);
        db.Enqueue(PlannedEvent(session));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    /// <summary>A reading class stays one as long as sessions belong to it: their counting hangs on it.</summary>
    private async Task RequireNoSessionsInsideAsync(
        StudySession session, SessionPlan plan, CancellationToken cancellationToken)
    {
        var stays = SessionCounting.Of(plan.Forms, plan.ReadingClass is not null).IsReadingClass;
        if (session.Counting.IsReadingClass && !stays
            && await db.Sessions.AnyAsync(s => s.Unit == session.Unit && s.ReadingClass == session.Id, cancellationToken))
        {
            throw SessionErrors.ReadingClassHasSessions(session);
        }
    }
}
