using System.Globalization;
using StudySuite.Events;

namespace StudySuite.Bulletin.Tests;

/// <summary>Events as other services announce them.</summary>
internal static class Sample
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static SessionHeld Held(
        string unit, string session, string day, long version = 1, bool discussion = true, bool lecture = false,
        int volumes = 0) => new(
        $"units/{unit}/sessions/{session}", unit, $"专题 {session}", null, Day(day), true, discussion, lecture, false,
        false, volumes, version);

    public static AttendanceRecorded Attendance(
        string unit, string session, string day, int expected, int present, long version = 2) => new(
        $"units/{unit}/sessions/{session}", unit, Day(day), expected, present, expected - present, 0, version);

    public static PlannedItem Planned(string item, int month) => new(item, month, $"专题 {item}", ["DISCUSSION"], [], [], "");

    public static ActivityRecorded Activity(
        string unit, string id, string kind, string day, long version = 1, bool withdrawn = false) => new(
        $"units/{unit}/activities/{id}", unit, kind, $"活动 {id}", Day(day), null, withdrawn, version);

    public static ObservationFeedbackIssued Observed(
        string unit, string id, string day, string organiser = "xinxiang", long version = 5) => new(
        $"units/{unit}/observations/{id}", unit, organiser, Day(day), version);

    /// <summary>One event of every type that counts, for 县科工局 in the first half of 2023.</summary>
    public static IReadOnlyList<IEvent> OneOfEach { get; } = MakeOneOfEach();

    private static List<IEvent> MakeOneOfEach()
    {
        const string Unit = "xinxiang-kegong";
        const string Of = $"units/{Unit}";
        var day = Day("2023-04-10");
        string[] kinds =
        [
            "REFLECTION", "RESEARCH_VISIT", "RESEARCH_REPORT", "THEORY_ARTICLE", "LEADER_LECTURE", "OUTREACH_TEAM",
            "OUTREACH_TALK_CONGRESS", "OUTREACH_TALK_REGULAR", "COURTYARD_CLASS", "MICRO_VIDEO", "PUBLISHED_ARTICLE",
        ];
        return
        [
            new SessionHeld($"{Of}/sessions/1", Unit, "专题", null, day, true, true, true, true, true, 15, 4),
            new AttendanceRecorded($"{Of}/sessions/1", Unit, day, 12, 9, 2, 1, 5),
            new SessionCompleted($"{Of}/sessions/1", Unit, day, 6, 7),
            new SessionArchived($"{Of}/sessions/1", Unit, day, "ab", 8),
            new MakeUpAssigned($"{Of}/makeUps/1", Unit, $"{Of}/sessions/1", "p", "专题", day.AddDays(14), 1),
            new MakeUpDone($"{Of}/makeUps/1", Unit, $"{Of}/sessions/1", "p", day.AddDays(3), 2),
            new FirstTopicStudied($"{Of}/firstTopics/1", Unit, "讲话", day, 1),
            .. kinds.Select(kind => Activity(Unit, kind.ToLowerInvariant(), kind, "2023-04-11")),
            Observed(Unit, "1", "2023-04-12", Unit),
            new ProblemFound($"{Of}/problems/1", Unit, "xinxiang", "LEARNING", "OBSERVATION", day, 1),
            new RectificationAccepted($"{Of}/rectificationNotices/1", Unit, "1号", 3, day, day.AddDays(60), 4),
            new LookBackPassed($"{Of}/rectificationNotices/1", Unit, "1号", 3, day.AddDays(60), 5),
            new PlanFiled($"{Of}/plans/2023", Unit, 2023, Day("2022-12-28"), 4),
            new PlanApproved($"{Of}/plans/2023", Unit, 2023, Day("2022-12-20"), 3, [Planned("1", 3), Planned("2", 5)]),
            new LectureFiled($"{Of}/sessions/1/lecture", Unit, "备〔2023〕1号", day, 2),
            new BulletinIssued($"{Of}/bulletins/1", Unit, "1号", "通报", day, [], 5),
        ];
    }
}
