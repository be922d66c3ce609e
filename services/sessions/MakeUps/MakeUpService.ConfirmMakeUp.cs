using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MakeUps;

internal sealed partial class MakeUpService
{
    public override async Task<V1.MakeUp> ConfirmMakeUp(ConfirmMakeUpRequest request, ServerCallContext context)
    {
        var makeUp = await FindAsync(request.Name, context);
        makeUp.RequireEtag(request.Etag);
        var session = new SessionName(makeUp.Unit, makeUp.Session);

        return await db.InTransactionAsync(
            async () =>
            {
                // Under the roll's lock, so that it is either in the archive or, later, an addendum to it.
                await rolls.TakeLockAsync(session, context.CancellationToken);
                makeUp.Confirm($"people/{context.Caller().Person}");
                db.Enqueue(new MakeUpDone(
                    makeUp.ResourceName, makeUp.Unit, session.ToString(), makeUp.Person, makeUp.DoneOn!.Value,
                    makeUp.NextVersion));
                await db.SaveChangesAsync(context.CancellationToken);
                await folder.AddMakeUpAsync(session, ToProto(makeUp, clock.Today()), makeUp.Evidence, context);
                return ToProto(makeUp);
            },
            context.CancellationToken);
    }
}
