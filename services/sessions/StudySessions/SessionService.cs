using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Sessions.FirstTopics;
using StudySuite.Sessions.Rolls;

namespace StudySuite.Sessions.StudySessions;

internal sealed partial class SessionService(
    SessionsDbContext db, RollBook rolls, StudiedTopics topics, TimeProvider clock)
    : V1.SessionService.SessionServiceBase
{
    private Task<StudySession> FindAsync(string name, ServerCallContext context) =>
        db.FindSessionAsync(SessionName.Parse(name), context);

    private static SessionPlanned PlannedEvent(StudySession session) => new(
        session.ResourceName, session.Unit, session.Topic, session.PlanItem, session.PlannedOn, session.NextVersion);

    /// <summary>Of the change about to be saved.</summary>
    internal static SessionHeld HeldEvent(StudySession session)
    {
        var counting = session.Counting;
        return new SessionHeld(
            session.ResourceName, session.Unit, session.Topic, session.PlanItem, session.HeldOn!.Value,
            counting.IsCollective, counting.IsDiscussion, counting.IsLecture, counting.IsReadingClass,
            counting.IsReadingClassDiscussion, session.MaterialVolumes, session.NextVersion);
    }

    private static SessionCompleted CompletedEvent(StudySession session) => new(
        session.ResourceName, session.Unit, session.HeldOn!.Value, session.Record.Speeches.Count, session.NextVersion);

    internal static V1.Session ToProto(StudySession session) => new()
    {
        Name = session.ResourceName,
        Topic = session.Topic,
        Forms = { session.Forms },
        ReadingClass = session.ReadingClass is null ? "" : SessionName.Of(session.Unit, session.ReadingClass),
        PlanItem = session.PlanItem ?? "",
        UnplannedReason = session.UnplannedReason,
        PlannedOn = session.PlannedOn.ToText(),
        Counting = session.Counting.ToProto(),
        State = session.State,
        HeldOn = session.HeldOn.ToText(),
        HeldUntil = session.HeldUntil.ToText(),
        MaterialVolumes = session.MaterialVolumes,
        PostponeReason = session.PostponeReason,
        CancelReason = session.CancelReason,
        CorrectionReason = session.CorrectionReason,
        Etag = session.Etag,
        CreateTime = session.CreatedAt.ToTimestamp(),
        UpdateTime = session.UpdatedAt.ToTimestamp(),
    };
}
