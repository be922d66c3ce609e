using StudySuite.Bulletin.Indicators;
using StudySuite.Events;
using static StudySuite.Bulletin.Indicators.IndicatorDictionary;

namespace StudySuite.Bulletin.Facts;

/// <summary>What each event counts for; the other half of <see cref="IndicatorDictionary"/>.</summary>
internal static class Counting
{
    public static Counted Of(SessionHeld e) => new Counted(e.Session, "held", e.Version, e.Topic)
        .AddIf(e.IsCollective, CollectiveSessions, e.Unit, e.HeldOn)
        .AddIf(e.IsDiscussion, CollectiveDiscussions, e.Unit, e.HeldOn)
        .AddIf(e.IsLecture, ExpertLectures, e.Unit, e.HeldOn)
        .AddIf(e.IsReadingClass, ReadingClasses, e.Unit, e.HeldOn)
        .AddIf(e.IsReadingClassDiscussion, ReadingClassDiscussions, e.Unit, e.HeldOn)
        .Add(MaterialVolumes, e.Unit, e.HeldOn, e.MaterialVolumes);

    public static Counted Of(AttendanceRecorded e) => new Counted(e.Session, "attendance", e.Version)
        .Add(ExpectedPersonTimes, e.Unit, e.HeldOn, e.Expected)
        .Add(PresentPersonTimes, e.Unit, e.HeldOn, e.Present)
        .Add(LeavePersonTimes, e.Unit, e.HeldOn, e.OnLeave)
        .Add(AbsentPersonTimes, e.Unit, e.HeldOn, e.Absent);

    public static Counted Of(SessionCompleted e) => new Counted(e.Session, "completed", e.Version)
        .Add(SessionsCompleted, e.Unit, e.HeldOn)
        .Add(Speeches, e.Unit, e.HeldOn, e.Speeches);

    /// <summary>What had been complete counts no longer.</summary>
    public static Counted Of(SessionReopened e) => new(e.Session, "completed", e.Version);

    public static Counted Of(SessionArchived e) => new Counted(e.Session, "archived", e.Version)
        .Add(SessionsArchived, e.Unit, e.HeldOn);

    public static Counted Of(MakeUpAssigned e) => new Counted(e.MakeUp, "assigned", e.Version, e.Topic)
        .Add(MakeUpsDue, e.Unit, e.DueOn);

    public static Counted Of(MakeUpWithdrawn e) => new(e.MakeUp, "assigned", e.Version);

    public static Counted Of(MakeUpDone e) => new Counted(e.MakeUp, "done", e.Version)
        .Add(MakeUpsDone, e.Unit, e.DoneOn);

    public static Counted Of(FirstTopicStudied e) => new Counted(e.FirstTopic, "studied", e.Version, e.Title)
        .Add(FirstTopicStudies, e.Unit, e.StudiedOn);

    public static Counted Of(ActivityRecorded e)
    {
        var counted = new Counted(e.Activity, "recorded", e.Version, e.Title);
        // A kind of a newer sessions service counts nothing until this dictionary knows it.
        return !e.IsWithdrawn && OfKind(e.Kind) is { } indicator ? counted.Add(indicator, e.Unit, e.HappenedOn) : counted;
    }

    public static Counted Of(ObservationFeedbackIssued e) => new Counted(e.Observation, "feedback", e.Version)
        .Add(ObservedTimes, e.Unit, e.ObservedOn)
        .Add(UnitsObserved, e.Organiser, e.ObservedOn, oncePer: e.Unit);

    public static Counted Of(ProblemFound e) => new Counted(e.Problem, "found", e.Version, e.Text, e.Category)
        .Add(ProblemsFound, e.Unit, e.FoundOn);

    public static Counted Of(RectificationAccepted e) => new Counted(e.Notice, "rectified", e.Version, e.Number)
        .Add(ProblemsRectified, e.Unit, e.AcceptedOn, e.Items);

    /// <summary>Reopens the rectification: what had been accepted counts no longer.</summary>
    public static Counted Of(LookBackFailed e) => new(e.Notice, "rectified", e.Version, e.Number);

    public static Counted Of(LookBackPassed e) => new Counted(e.Notice, "look-back", e.Version, e.Number)
        .Add(LookBacksPassed, e.Unit, e.PassedOn, e.Items);

    public static Counted Of(PlanFiled e) => new Counted(e.Plan, "filed", e.Version)
        .Add(IndicatorDictionary.PlanFiled, e.Unit, Within(e.Year, e.FiledOn));

    public static Counted Of(PlanReturned e) => new(e.Plan, "filed", e.Version);

    public static Counted Of(PlanApproved e) => OfItems(e.Plan, e.Unit, e.Year, e.Items, e.Version);

    public static Counted Of(PlanAmended e) => OfItems(e.Plan, e.Unit, e.Year, e.Items, e.Version);

    public static Counted Of(LectureFiled e) => new Counted(e.Lecture, "filed", e.Version, e.FilingNumber)
        .Add(LectureFilings, e.Unit, e.FiledOn);

    public static Counted Of(LectureFilingLapsed e) => new(e.Lecture, "filed", e.Version);

    public static Counted Of(BulletinIssued e) => new Counted(e.Bulletin, "issued", e.Version, e.Title)
        .Add(BulletinsIssued, e.Unit, e.IssuedOn);

    /// <summary>Null for an event that counts nothing.</summary>
    public static Counted? OfAny(IEvent evt) => evt switch
    {
        SessionHeld e => Of(e),
        AttendanceRecorded e => Of(e),
        SessionCompleted e => Of(e),
        SessionReopened e => Of(e),
        SessionArchived e => Of(e),
        MakeUpAssigned e => Of(e),
        MakeUpWithdrawn e => Of(e),
        MakeUpDone e => Of(e),
        FirstTopicStudied e => Of(e),
        ActivityRecorded e => Of(e),
        ObservationFeedbackIssued e => Of(e),
        ProblemFound e => Of(e),
        RectificationAccepted e => Of(e),
        LookBackFailed e => Of(e),
        LookBackPassed e => Of(e),
        PlanFiled e => Of(e),
        PlanReturned e => Of(e),
        PlanApproved e => Of(e),
        PlanAmended e => Of(e),
        LectureFiled e => Of(e),
        LectureFilingLapsed e => Of(e),
        BulletinIssued e => Of(e),
        _ => null,
    };

    private static Indicator? OfKind(string kind) => kind switch
    {
        "REFLECTION" => Reflections,
        "RESEARCH_VISIT" => ResearchVisits,
        "RESEARCH_REPORT" or "THEORY_ARTICLE" => ResearchReportsAndArticles,
        "LEADER_LECTURE" => LeaderLectures,
        "OUTREACH_TEAM" => OutreachTeams,
        "OUTREACH_TALK_CONGRESS" => OutreachTalksCongress,
        "OUTREACH_TALK_REGULAR" => OutreachTalksRegular,
        "COURTYARD_CLASS" => CourtyardClasses,
        "MICRO_VIDEO" => MicroVideos,
        "PUBLISHED_ARTICLE" => TheoryArticlesPublished,
        _ => null,
    };

    /// <summary>What is planned for a month may be held until its last day.</summary>
    private static Counted OfItems(string plan, string unit, int year, IReadOnlyList<PlannedItem>? items, long version)
    {
        var counted = new Counted(plan, "items", version);
        foreach (var month in (items ?? []).GroupBy(item => item.Month))
        {
            var last = new DateOnly(year, month.Key, DateTime.DaysInMonth(year, month.Key));
            counted.Add(SessionsPlanned, unit, last, month.Count());
        }

        return counted;
    }

    // A plan is filed for its year, mostly before that begins.
    private static DateOnly Within(int year, DateOnly day) =>
        day.Year < year ? new DateOnly(year, 1, 1) : day.Year > year ? new DateOnly(year, 12, 31) : day;
}
