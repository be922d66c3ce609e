using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    public override async Task<V1.Observation> RecordObservation(RecordObservationRequest request, ServerCallContext context)
    {
        var observation = await FindObservedAsync(request.Name, context);
        observation.RequireEtag(request.Etag);
        var wrong = new Violations();
        var on = wrong.Date("observed_on", request.ObservedOn);
        wrong.AddIf(on > clock.Today(), "observed_on", "DATE_IN_FUTURE");
        var form = request.Form ?? new V1.ObservationForm();
        var rules = await Rules.LoadAsync(
            db, observation.Unit, observation.AnnouncedOn ?? on, context.CancellationToken);
        var template = await TemplateOfAsync(observation, context.CancellationToken);
        FormContent.Check(form, template, observation.MaySpeak, rules.Number("observe.summary_max_chars"), wrong);
        // Someone may have joined the unit since the announcement.
        await CheckIndependenceAsync("name", observation.Unit, observation.Observers, on, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        var calendar = await WorkCalendar.LoadAsync(db, context.CancellationToken);
        observation.Record(
            on, FormContent.FormOf(form, template, context.Caller().Person),
            calendar.AddWorkdays(on, rules.Number("observe.feedback_wd")));
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }

    public override async Task<V1.Observation> SubmitFeedback(SubmitFeedbackRequest request, ServerCallContext context)
    {
        var observation = await FindObservedAsync(request.Name, context);

        observation.SubmitFeedback();
        db.Enqueue(new ObservationFeedbackHandedIn(
            observation.ResourceName, observation.Unit, observation.Organiser, observation.ObservedOn!.Value,
            observation.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return await AnswerAsync(observation, context);
    }
}
