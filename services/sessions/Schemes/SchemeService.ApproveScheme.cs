using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Schemes;

internal sealed partial class SchemeService
{
    public override async Task<Scheme> ApproveScheme(ApproveSchemeRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalPastDate("approved_on", request.ApprovedOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        session.ApproveScheme($"people/{context.Caller().Person}", context.ActsFor(), on);
        db.Enqueue(new SchemeApproved(session.ResourceName, session.Unit, context.Caller().Person, session.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }

    public override async Task<Scheme> ReturnScheme(ReturnSchemeRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireEtag(request.Etag);

        session.ReturnScheme(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(session);
    }
}
