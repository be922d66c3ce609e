namespace StudySuite.Events;

/// <summary>A session was planned, or its plan changed: the newest version holds.</summary>
/// <param name="Session">Resource name, <c>units/{unit}/sessions/{session}</c>.</param>
/// <param name="PlanItem">Item of the annual plan, <c>units/{unit}/plans/{year}/items/{item}</c>, when planned.</param>
[Event("sessions.session-planned.v1")]
public sealed record SessionPlanned(
    string Session, string Unit, string Topic, string? PlanItem, DateOnly PlannedOn, long Version) : IEvent
{
    public string Subject => Session;
}

/// <summary>A session will not be held.</summary>
/// <param name="Recipients">Ids of the people who had the notice; empty before it.</param>
[Event("sessions.session-cancelled.v1")]
public sealed record SessionCancelled(
    string Session, string Unit, string Topic, string? PlanItem, DateOnly PlannedOn, string Reason,
    IReadOnlyList<string> Recipients, long Version) : IEvent
{
    public string Subject => Session;
}

[Event("sessions.scheme-approved.v1")]
public sealed record SchemeApproved(string Session, string Unit, string ApprovedBy, long Version) : IEvent
{
    public string Subject => Session;
}

/// <param name="Recipients">Ids of the people who are asked to come.</param>
/// <param name="Sequence">0 for the first issue; each amendment counts on and replaces the one before.</param>
/// <param name="Changes">What differs from the first issue, one sentence each; absent in the first.</param>
[Event("sessions.session-notified.v1")]
public sealed record SessionNotified(
    string Session, string Unit, string Topic, DateTimeOffset StartsAt, string Place,
    IReadOnlyList<string> Recipients, long Version, int Sequence = 0, IReadOnlyList<string>? Changes = null) : IEvent
{
    public string Subject => Session;
}

/// <summary>The study materials of a session were handed out before it, or handed out anew.</summary>
/// <param name="Round">1 for the first time.</param>
/// <param name="Recipients">Ids of the people who are asked to read them.</param>
[Event("sessions.materials-distributed.v1")]
public sealed record MaterialsDistributed(
    string Session, string Unit, string Topic, DateOnly DistributedOn, int Round, int Materials,
    IReadOnlyList<string> Recipients, long Version) : IEvent
{
    public string Subject => $"{Session}/materialPack";
}

/// <summary>
/// A session took place, or what was said of it was corrected: the newest version holds. The flags say in which columns
/// it counts; it may count in more than one.
/// </summary>
/// <param name="IsCollective">Counts as a collective study session (集中学习).</param>
/// <param name="IsDiscussion">Counts as a collective discussion (集体学习研讨).</param>
/// <param name="IsLecture">Counts as a lecture by an expert (专题辅导报告).</param>
/// <param name="IsReadingClass">Is a term of a reading class (读书班).</param>
/// <param name="IsReadingClassDiscussion">Is a topic discussion inside a reading class, counted apart.</param>
/// <param name="MaterialVolumes">Printed volumes of study material handed out.</param>
[Event("sessions.session-held.v1")]
public sealed record SessionHeld(
    string Session, string Unit, string Topic, string? PlanItem, DateOnly HeldOn,
    bool IsCollective, bool IsDiscussion, bool IsLecture, bool IsReadingClass, bool IsReadingClassDiscussion,
    int MaterialVolumes, long Version) : IEvent
{
    public string Subject => Session;
}

/// <summary>A lecture by somebody from outside was filed (外请报告备案), or its filing corrected.</summary>
/// <param name="Lecture">Resource name, <c>units/{unit}/sessions/{session}/lecture</c>.</param>
[Event("sessions.lecture-filed.v1")]
public sealed record LectureFiled(
    string Lecture, string Unit, string FilingNumber, DateOnly FiledOn, long Version) : IEvent
{
    public string Subject => Lecture;
}

/// <summary>What was filed holds no longer: another lecturer needs another filing.</summary>
[Event("sessions.lecture-filing-lapsed.v1")]
public sealed record LectureFilingLapsed(string Lecture, string Unit, long Version) : IEvent
{
    public string Subject => Lecture;
}

/// <summary>Marks were set on a session's roll: the newest version holds.</summary>
/// <param name="Expected">Full members who should have come.</param>
/// <param name="Present">Full members who came, late ones included.</param>
/// <param name="OnLeave">Leave and official duty.</param>
/// <param name="Version">Version of the roll, counted apart from that of the session.</param>
/// <param name="Attending">Other members who came.</param>
/// <param name="IsClosed">The roll is closed; before that, members may still be unmarked.</param>
[Event("sessions.attendance-recorded.v1")]
public sealed record AttendanceRecorded(
    string Session, string Unit, DateOnly HeldOn, int Expected, int Present, int OnLeave, int Absent,
    long Version, int Attending = 0, bool IsClosed = false) : IEvent
{
    public string Subject => $"{Session}/roll";
}

/// <param name="MakeUp">Resource name, <c>units/{unit}/makeUps/{makeUp}</c>.</param>
[Event("sessions.make-up-assigned.v1")]
public sealed record MakeUpAssigned(
    string MakeUp, string Unit, string Session, string Person, string Topic, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => MakeUp;
}

/// <summary>The corrected roll says that the member came: nothing is to be made up.</summary>
[Event("sessions.make-up-withdrawn.v1")]
public sealed record MakeUpWithdrawn(string MakeUp, string Unit, string Session, string Person, long Version) : IEvent
{
    public string Subject => MakeUp;
}

/// <summary>A make-up is due in a few days.</summary>
[Event("sessions.make-up-due-soon.v1")]
public sealed record MakeUpDueSoon(
    string MakeUp, string Unit, string Session, string Person, string Topic, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => MakeUp;
}

/// <summary>A make-up was not confirmed by its day.</summary>
[Event("sessions.make-up-overdue.v1")]
public sealed record MakeUpOverdue(
    string MakeUp, string Unit, string Session, string Person, string Topic, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => MakeUp;
}

[Event("sessions.make-up-done.v1")]
public sealed record MakeUpDone(
    string MakeUp, string Unit, string Session, string Person, DateOnly DoneOn, long Version) : IEvent
{
    public string Subject => MakeUp;
}

/// <summary>All of the seven haves that apply are there.</summary>
[Event("sessions.session-completed.v1")]
public sealed record SessionCompleted(string Session, string Unit, DateOnly HeldOn, int Speeches, long Version) : IEvent
{
    public string Subject => Session;
}

/// <summary>A complete session is worked on again, and counts as complete no longer.</summary>
[Event("sessions.session-reopened.v1")]
public sealed record SessionReopened(string Session, string Unit, DateOnly HeldOn, long Version) : IEvent
{
    public string Subject => Session;
}

/// <param name="IndexSha256">SHA-256 of the frozen archive index, lower-case hex.</param>
[Event("sessions.session-archived.v1")]
public sealed record SessionArchived(
    string Session, string Unit, DateOnly HeldOn, string IndexSha256, long Version) : IEvent
{
    public string Subject => Session;
}

/// <summary>The folder of a held session was not archived by its day.</summary>
[Event("sessions.archive-overdue.v1")]
public sealed record ArchiveOverdue(
    string Session, string Unit, string Topic, DateOnly HeldOn, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => Session;
}

/// <summary>A first topic (第一议题) was studied; never added to the count of sessions.</summary>
/// <param name="FirstTopic">Resource name, <c>units/{unit}/firstTopics/{firstTopic}</c>.</param>
/// <param name="MeetingKind">In upper snake case, such as <c>STANDING_COMMITTEE</c>.</param>
[Event("sessions.first-topic-studied.v1")]
public sealed record FirstTopicStudied(
    string FirstTopic, string Unit, string Title, DateOnly StudiedOn, long Version, string MeetingKind = "") : IEvent
{
    public string Subject => FirstTopic;
}

/// <summary>An activity of the six forms was recorded, corrected or withdrawn.</summary>
/// <param name="Activity">Resource name, <c>units/{unit}/activities/{activity}</c>.</param>
/// <param name="Kind">Name of the activity kind in upper snake case, such as <c>REFLECTION</c>.</param>
[Event("sessions.activity-recorded.v1")]
public sealed record ActivityRecorded(
    string Activity, string Unit, string Kind, string Title, DateOnly HappenedOn, string? Person, bool IsWithdrawn,
    long Version) : IEvent
{
    public string Subject => Activity;
}

/// <summary>Once a year, on the day the rulebook names: what it still asks of a member. For the member alone.</summary>
/// <param name="MemberYear">The member's own page, <c>units/{unit}/people/{person}/years/{year}</c>.</param>
/// <param name="Open">Keys of the rules that are not met yet, such as <c>member.output_min_per_year</c>.</param>
[Event("sessions.member-obligations-open.v1")]
public sealed record MemberObligationsOpen(
    string MemberYear, string Unit, string Person, int Year, IReadOnlyList<string> Open, DateOnly DueOn, long Version) : IEvent
{
    public string Subject => MemberYear;
}
