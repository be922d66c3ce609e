using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MakeUps;

internal sealed partial class MakeUpService
{
    public override async Task<V1.MakeUp> SubmitMakeUp(SubmitMakeUpRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Enum("way", request.Way).Text("content", request.Content, 2000)
            .NoSecretMarks("", request);
        var doneOn = wrong.PastDate("done_on", request.DoneOn, clock);
        wrong.ThrowIfAny();
        var makeUp = await FindAsync(request.Name, context);
        makeUp.RequireEtag(request.Etag);
        wrong.AddIf(doneOn < makeUp.MissedOn, "done_on", "DONE_BEFORE_SESSION").ThrowIfAny();

        makeUp.Submit(request.Way, request.Content, doneOn);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(makeUp);
    }

    public override async Task<V1.MakeUp> ReturnMakeUp(ReturnMakeUpRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();
        var makeUp = await FindAsync(request.Name, context);
        makeUp.RequireEtag(request.Etag);

        makeUp.Return(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(makeUp);
    }
}
