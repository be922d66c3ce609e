using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.PlanItems;
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
        var asked = request.Session?.Clone() ?? new Session();
        var item = await db.FindPlannedAsync(asked.PlanItem, context.CancellationToken);
        TakeFrom(item, asked);
        var plan = await SessionPlan.CheckAsync(asked, unit, request.SessionId, db, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        var session = new StudySession(unit, ResourceName.NewId(request.SessionId));
        session.Plan(plan);
        session.DraftScheme(item?.KeynoteSpeakers ?? [], item?.Materials ?? []);
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

    /// <summary>What the plan says already is asked only of whoever wants it otherwise.</summary>
    private static void TakeFrom(PlannedItem? item, Session asked)
    {
        if (item is not null)
        {
            asked.Topic = asked.Topic.Length == 0 ? item.Topic : asked.Topic;
            asked.Forms.Add(asked.Forms.Count == 0 ? item.SessionForms() : []);
        }
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
