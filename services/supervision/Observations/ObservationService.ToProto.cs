using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.V1;
using FormTemplate = StudySuite.Supervision.Templates.FormTemplate;

namespace StudySuite.Supervision.Observations;

internal sealed partial class ObservationService
{
    private async Task<V1.Observation> AnswerAsync(Observation observation, ServerCallContext context)
    {
        var delivered = await db.DeliveredAsync([observation], context.CancellationToken);
        return ToProto(observation, delivered[observation.ResourceName], context);
    }

    private V1.Observation ToProto(Observation observation, IEnumerable<Delivered> delivered, ServerCallContext context)
    {
        var isOwn = context.Caller().OwnUnits().Contains(observation.Unit);
        var seesForm = observation.State >= ObservationState.Issued || !isOwn;
        var documents = delivered.Where(document => seesForm || document.Deliverable != Deliverable.FeedbackForm).ToList();
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
            Deliverables = { documents.Select(document => document.Deliverable).Distinct().Order() },
            Documents =
            {
                documents.Select(document => new DeliveredDocument
                {
                    Deliverable = document.Deliverable, Document = document.Document, Title = document.Title,
                    IsReference = document.IsReference,
                }),
            },
            ReturnReason = seesForm ? observation.ReturnReason : "",
            ApprovedOn = observation.ApprovedOn.ToText(),
            ApprovedBy = observation.ApprovedBy.Length > 0 ? $"people/{observation.ApprovedBy}" : "",
            IssuedOn = observation.IssuedOn.ToText(),
            ClosedOn = observation.ClosedOn.ToText(),
            Rulebook = observation.Rulebook,
            Campaign = observation.Campaign,
            Warnings =
            {
                observation.Warnings.Where(_ => !isOwn)
                    .Select(warning => new ObservationWarning { Kind = warning.Kind, Related = warning.Related }),
            },
            FixedOn = observation.FixedOn.ToText(),
            ShortNoticeReason = observation.ShortNoticeReason,
            MaterialsDueOn = observation.MaterialsDueOn.ToText(),
            Materials = observation.Materials.SentOn is null ? null : ToProto(observation.Materials),
            AreMaterialsLate = observation.AreMaterialsLate(clock.Today()),
            FeedbackDueOn = observation.FeedbackDueOn.ToText(),
            IsFeedbackOverdue = observation.State == ObservationState.Observed && observation.FeedbackDueOn < clock.Today(),
            FormTemplate = $"units/{observation.Organiser}/formTemplates/{observation.FormTemplate}",
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
                Key = given.Key.Length > 0 ? given.Key : FormTemplate.KeyOf(given.Indicator), Title = given.Title,
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
        SignedBy = { form.SignedBy },
    };

    private static SentMaterials ToProto(SentPapers papers) => new()
    {
        Scheme = papers.Scheme,
        Materials = { papers.Materials },
        SpeechDrafts = { papers.SpeechDrafts },
        SentOn = papers.SentOn.ToText(),
        SentBy = $"people/{papers.SentBy}",
    };
}
