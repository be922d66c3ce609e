using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Messaging;
using StudySuite.Sessions.Records;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

internal sealed partial class FirstTopicService
{
    public override async Task<V1.FirstTopic> StudyFirstTopic(StudyFirstTopicRequest request, ServerCallContext context)
    {
        var study = request.Study?.Clone() ?? new FirstTopicStudy();
        var (wrong, on) = Check(study);
        var topic = await FindAsync(request.Name, context);
        topic.RequireEtag(request.Etag);
        await CheckAgainstAsync(topic, study, on, wrong, context.CancellationToken);

        topic.Study(on, study);
        await AnnounceAsync(topic, context);

        return ToProto(topic);
    }

    public override async Task<V1.FirstTopic> CorrectFirstTopicStudy(
        CorrectFirstTopicStudyRequest request, ServerCallContext context)
    {
        var study = request.Study?.Clone() ?? new FirstTopicStudy();
        var (wrong, on) = Check(study);
        wrong.Text("reason", request.Reason, 500);
        var topic = await FindAsync(request.Name, context);
        topic.RequireEtag(request.Etag);
        await CheckAgainstAsync(topic, study, on, wrong, context.CancellationToken);

        topic.CorrectStudy(on, study, request.Reason);
        await AnnounceAsync(topic, context);

        return ToProto(topic);
    }

    private (Violations Wrong, DateOnly On) Check(FirstTopicStudy study)
    {
        var wrong = new Violations()
            .Enum("study.meeting_kind", study.MeetingKind)
            .OptionalText("study.chair", study.Chair, 100)
            .OptionalText("study.relay_person", study.RelayPerson, 100)
            .Range("study.participants", study.Participants, 0, 10_000)
            .OptionalText("study.conclusion", study.Conclusion, 2000)
            .NoSecretMarks("study", study);
        RecordContent.CheckActions("study.measures", study.Measures, 30, wrong);
        return (wrong, wrong.PastDate("study.studied_on", study.StudiedOn, clock));
    }

    private async Task CheckAgainstAsync(
        FirstTopic topic, FirstTopicStudy study, DateOnly on, Violations wrong, CancellationToken cancellationToken)
    {
        // The leader whom the pool names relays it, unless somebody else did.
        study.RelayPerson = study.RelayPerson.Length == 0 ? topic.Leader : study.RelayPerson;
        wrong.AddIf(study.RelayPerson.Length == 0, "study.relay_person", "FIELD_REQUIRED")
            .AddIf(on != default && on < topic.PublishedOn, "study.studied_on", "STUDIED_BEFORE_PUBLICATION");
        await CheckSessionAsync(topic, study, wrong, cancellationToken);
        wrong.ThrowIfAny();
    }

    private async Task AnnounceAsync(FirstTopic topic, ServerCallContext context)
    {
        db.Enqueue(topic.ToEvent());
        await db.SaveChangesAsync(context.CancellationToken);
    }

    private async Task CheckSessionAsync(
        FirstTopic topic, FirstTopicStudy study, Violations wrong, CancellationToken cancellationToken)
    {
        if (study.Session.Length == 0)
        {
            return;
        }

        var isKnown = study.MeetingKind == MeetingKind.StudyGroup
            && SessionName.TryParse(study.Session) is { } session && session.Unit == topic.Unit
            && await db.HasSessionAsync(session.Unit, session.Id, cancellationToken);
        wrong.AddIf(!isKnown, "study.session", "SESSION_UNKNOWN", ("value", study.Session));
    }
}
