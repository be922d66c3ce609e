using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    public override async Task<V1.Observation> AnnounceObservation(
        AnnounceObservationRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("announced_on", request.AnnouncedOn, clock);
        wrong.ThrowIfAny();
        var observation = await FindAsync(request.Name, context);
        await CheckIndependenceAsync(
            "name", observation.Unit, observation.Observers, on, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        observation.JudgeBy(await Rules.LoadAsync(db, observation.Unit, on, context.CancellationToken));
        observation.Announce(on);
        EnqueueAnnounced(observation, on);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(observation, context);
    }

    public override async Task<V1.Observation> FixObservationDate(
        FixObservationDateRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("place", request.Place);
        var datedFor = wrong.Date("dated_for", request.DatedFor);
        var isOwn = ResourceName.TryParse("units/{unit}/sessions/{session}", request.Session) is [var unit, _]
            && unit == context.Call().Unit;
        wrong.AddIf(
                !isOwn, "session", "NAME_INVALID", ("value", request.Session),
                ("pattern", $"units/{context.Call().Unit}/sessions/{{session}}"))
            .ThrowIfAny();
        var observation = await FindAsync(request.Name, context);

        observation.FixDate(request.Session, datedFor, request.Place);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(observation, context);
    }
}
