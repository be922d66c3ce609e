using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    public override async Task<V1.Observation> ReturnFeedback(ReturnFeedbackRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 1000).ThrowIfAny();
        var observation = await FindAsync(request.Name, context);

        observation.ReturnFeedback(request.Reason);
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }

    public override async Task<V1.Observation> ApproveFeedback(ApproveFeedbackRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("approved_on", request.ApprovedOn, clock);
        wrong.ThrowIfAny();
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        var observation = await FindAsync(request.Name, context);
        observation.RequireEtag(request.Etag);

        observation.ApproveFeedback(context.Caller().Person, on);
        await forms.KeepAsync(observation, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return await AnswerAsync(observation, context);
    }

    public override async Task<V1.Observation> IssueFeedback(IssueFeedbackRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("issued_on", request.IssuedOn, clock);
        wrong.ThrowIfAny();
        var observation = await FindAsync(request.Name, context);

        observation.IssueFeedback(on);
        db.Enqueue(new ObservationFeedbackIssued(
            observation.ResourceName, observation.Unit, observation.Organiser, observation.ObservedOn!.Value,
            observation.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }

    public override async Task<V1.Observation> CloseObservation(CloseObservationRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.StepDate("closed_on", request.ClosedOn, clock);
        wrong.ThrowIfAny();
        await using var transaction = await db.BeginUnlessOpenAsync(context.CancellationToken);
        await db.HoldObservationAsync(request.Name, context.CancellationToken);
        var observation = await FindAsync(request.Name, context);

        var delivered = (await db.DeliveredAsync([observation], context.CancellationToken))[observation.ResourceName];
        observation.Close(on, [.. delivered.Select(document => document.Deliverable)]);
        await db.SaveChangesAsync(context.CancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(context.CancellationToken);
        }

        return await AnswerAsync(observation, context);
    }
}
