using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    private static V1.Observation ToProto(Observation observation, ServerCallContext context)
    {
        var seesForm = observation.State >= ObservationState.Issued
            || !context.Caller().OwnUnits().Contains(observation.Unit);
        return new V1.Observation
        {
            Name = observation.ResourceName,
            Organiser = $"units/{observation.Organiser}",
            Observers = { observation.Observers.Select(person => $"people/{person}") },
            AnnouncedOn = observation.AnnouncedOn.ToText(),
            MaySpeak = observation.MaySpeak,
            Points = observation.Points,
            State = (V1.ObservationState)observation.State,
            Session = observation.Session,
            DatedFor = observation.DatedFor.ToText(),
            Place = observation.Place,
            ObservedOn = observation.ObservedOn.ToText(),
            Form = seesForm && !observation.Form.IsEmpty ? ToProto(observation.Form) : null,
            Deliverables = { observation.Deliverables },
            ReturnReason = seesForm ? observation.ReturnReason : "",
            ApprovedOn = observation.ApprovedOn.ToText(),
            ApprovedBy = observation.ApprovedBy.Length > 0 ? $"people/{observation.ApprovedBy}" : "",
            IssuedOn = observation.IssuedOn.ToText(),
            ClosedOn = observation.ClosedOn.ToText(),
            Rulebook = observation.Rulebook,
            Etag = observation.Etag,
            CreateTime = observation.CreatedAt.ToTimestamp(),
            UpdateTime = observation.UpdatedAt.ToTimestamp(),
        };
    }

    private static V1.ObservationForm ToProto(ObservationForm form) => new()
    {
        Methods = { form.Methods },
        Indicators =
        {
            form.Indicators.Select(given => new V1.IndicatorAnswer
            {
                Indicator = given.Indicator, Answer = given.Answer, Note = given.Note, Evidence = given.Evidence,
            }),
        },
        OverallEvaluation = form.OverallEvaluation,
        Highlights = form.Highlights,
        Problems =
        {
            form.Problems.Select(line => new V1.FormProblem
            {
                Line = line.Line, Text = line.Text, Category = line.Category, RuleReference = line.RuleReference,
            }),
        },
        Suggestions = form.Suggestions,
        OnSpotComment = form.OnSpotComment,
        Grade = form.Grade,
        FilledBy = $"people/{form.FilledBy}",
    };
}
