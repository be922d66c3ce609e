using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.Records;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

internal sealed partial class FirstTopicService
{
    public override async Task<V1.FirstTopic> StudyFirstTopic(StudyFirstTopicRequest request, ServerCallContext context)
    {
        var study = request.Study ?? new FirstTopicStudy();
        var wrong = new Violations()
            .Enum("study.meeting_kind", study.MeetingKind)
            .OptionalText("study.chair", study.Chair, 100)
            .Text("study.relay_person", study.RelayPerson, 100)
            .Range("study.participants", study.Participants, 0, 10_000)
            .OptionalText("study.conclusion", study.Conclusion, 2000)
            .NoSecretMarks("study", study);
        RecordContent.CheckActions("study.measures", study.Measures, 30, wrong);
        var on = wrong.PastDate("study.studied_on", study.StudiedOn, clock);
        wrong.ThrowIfAny();
        var topic = await FindAsync(request.Name, context);
        topic.RequireEtag(request.Etag);
        wrong.AddIf(on < topic.PublishedOn, "study.studied_on", "STUDIED_BEFORE_PUBLICATION");
        await CheckSessionAsync(topic, study, wrong, context.CancellationToken);
        wrong.ThrowIfAny();

        topic.Study(on, study.Clone());
        db.Enqueue(new FirstTopicStudied(
            topic.ResourceName, topic.Unit, topic.Title, on, topic.NextVersion, study.MeetingKind.UpperSnake()));
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(topic);
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
