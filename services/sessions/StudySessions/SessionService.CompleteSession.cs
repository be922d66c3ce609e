using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.Completeness;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService
{
    public override async Task<V1.SevenHaves> GetSevenHaves(GetSevenHavesRequest request, ServerCallContext context)
    {
        var session = await db.FindSessionAsync(SessionName.Parse(request.Name, "sevenHaves"), context);
        var roll = await rolls.FindAsync(session, context.CancellationToken);

        var rules = await RulesOfAsync(session, context);
        return SevenHavesTexts.ToProto(
            session, SevenHavesChecks.Run(session, roll), rules, clock.Today(), SevenHavesTexts.CultureOf(context));
    }

    public override Task<Session> CompleteSession(CompleteSessionRequest request, ServerCallContext context) =>
        db.InTransactionAsync(
            async () =>
            {
                var roll = await rolls.LockAsync(SessionName.Parse(request.Name), context.CancellationToken);
                var session = await FindAsync(request.Name, context);
                session.RequireEtag(request.Etag);
                session.Require(SessionState.Recorded);
                var rules = await RulesOfAsync(session, context);
                var missing = SevenHavesChecks.Run(session, roll)
                    .Where(check => check.IsMissing && rules.Binds(session.Unit, check.Kind)).ToList();
                if (missing.Count > 0)
                {
                    throw SessionErrors.Incomplete(session, missing.Select(check => check.Kind.UpperSnake()));
                }

                session.Complete();
                db.Enqueue(CompletedEvent(session));
                await db.SaveChangesAsync(context.CancellationToken);
                return ToProto(session);
            },
            context.CancellationToken);

    public override async Task<Session> ReopenSession(ReopenSessionRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        session.Reopen(request.Reason);
        db.Enqueue(new SessionReopened(session.ResourceName, session.Unit, session.HeldOn!.Value, session.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    private Task<SevenHavesRules> RulesOfAsync(StudySession session, ServerCallContext context) =>
        SevenHavesRules.LoadAsync(
            db, db.UnitViews.Where(unit => unit.Code == session.Unit), clock.Today(), context.CancellationToken);
}
