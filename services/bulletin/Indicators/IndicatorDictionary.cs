using System.Collections.Frozen;
using StudySuite.Events;

namespace StudySuite.Bulletin.Indicators;

/// <summary>What is counted (DOMAIN §8, §11.15). <see cref="Facts.Counting"/> says which event adds what.</summary>
internal static class IndicatorDictionary
{
    // The annual report, in the order in which the county prints it
    public static readonly Indicator FirstTopicStudies = new("first_topic_studies", "常委会第一议题学习",
        "党委（党组）会议第一议题学习次数，不计入集中学习", "每次学习计1，记在学习日", typeof(FirstTopicStudied));
    public static readonly Indicator CollectiveDiscussions = new("collective_discussions", "集体学习研讨",
        "中心组集体学习研讨次数，不含读书班内的研讨", "标明为集体研讨的每次学习计1，记在学习日", typeof(SessionHeld));
    public static readonly Indicator ReadingClasses = new("reading_classes", "主题教育读书班（期）",
        "举办读书班的期数", "每期计1，记在开班日", typeof(SessionHeld));
    public static readonly Indicator ReadingClassDiscussions = new("reading_class_discussions", "读书班专题研讨",
        "读书班内的专题研讨次数", "每次计1，记在学习日", typeof(SessionHeld));
    public static readonly Indicator ExpertLectures = new("expert_lectures", "专题辅导报告会",
        "请专家作专题辅导报告的次数", "每次计1，记在学习日", typeof(SessionHeld));
    public static readonly Indicator Reflections = Activity("reflections", "心得体会", "心得体会篇数");
    public static readonly Indicator ResearchVisits = Activity("research_visits", "基层调研", "成员到基层调研的次数");
    public static readonly Indicator ResearchReportsAndArticles = Activity(
        "research_reports_and_articles", "调研报告、理论文章", "调研报告与理论文章篇数之和");
    public static readonly Indicator LeaderLectures = Activity(
        "leader_lectures", "县级领导讲党课、讲思政课", "领导讲党课、讲思政课的次数");
    public static readonly Indicator OutreachTeams = Activity("outreach_teams", "宣讲团（支）", "组建宣讲团的支数");
    public static readonly Indicator OutreachTalksCongress = Activity(
        "outreach_talks_congress", "党的二十大精神宣讲", "党的代表大会精神宣讲场次");
    public static readonly Indicator OutreachTalksRegular = Activity(
        "outreach_talks_regular", "常态化理论宣讲", "常态化理论宣讲场次");
    public static readonly Indicator CourtyardClasses = Activity("courtyard_classes", "“小院课堂”", "“小院课堂”场次");
    public static readonly Indicator MicroVideos = Activity("micro_videos", "理论宣讲微视频", "制作理论宣讲微视频的部数");
    public static readonly Indicator TheoryArticlesPublished = Activity(
        "theory_articles_published", "社科类理论文章、报道", "在媒体刊发的理论文章和报道篇数");
    public static readonly Indicator MaterialVolumes = new("material_volumes", "学习资料汇编（册）",
        "发放的学习资料汇编册数", "各次学习发放的册数相加，记在学习日", typeof(SessionHeld));
    public static readonly Indicator UnitsObserved = new("units_observed", "巡听旁听单位",
        "本单位组织巡听旁听的单位数", "同一单位在所选期间内多次被旁听只计1，记在旁听日", typeof(ObservationFeedbackIssued))
    { CountsOnce = true };
    public static readonly Indicator BulletinsIssued = new("bulletins_issued", "学习情况通报",
        "本单位印发的学习情况通报期数", "每期计1，记在印发日", typeof(BulletinIssued));

    // The half-year table and what explains it
    public static readonly Indicator SessionsPlanned = new("sessions_planned", "应开展次数",
        "年度计划安排的学习次数", "按最近一次审定的计划，每项计1，记在计划月份的最后一日；计划修订后随之改变", typeof(PlanApproved), typeof(PlanAmended));
    public static readonly Indicator CollectiveSessions = new("collective_sessions", "集中学习次数",
        "中心组集中学习次数", "标明为集中学习的每次学习计1，记在学习日", typeof(SessionHeld));
    public static readonly Indicator SessionsCompleted = new("sessions_completed", "七有齐全次数",
        "“七有”材料齐全的学习次数", "每次计1，记在学习日；退回补正的不计", typeof(SessionCompleted), typeof(SessionReopened));
    public static readonly Indicator SessionsArchived = new("sessions_archived", "已归档次数",
        "已完成归档的学习次数", "每次计1，记在学习日", typeof(SessionArchived));
    public static readonly Indicator ExpectedPersonTimes = Attendance("expected_person_times", "应到人次");
    public static readonly Indicator PresentPersonTimes = Attendance("present_person_times", "实到人次");
    public static readonly Indicator LeavePersonTimes = Attendance("leave_person_times", "请假人次");
    public static readonly Indicator AbsentPersonTimes = Attendance("absent_person_times", "缺席人次");
    public static readonly Indicator MakeUpsDue = new("make_ups_due", "应补学人次",
        "应当补学的人次", "每人每次计1，记在补学到期日；考勤更正后撤销的不计", typeof(MakeUpAssigned), typeof(MakeUpWithdrawn));
    public static readonly Indicator MakeUpsDone = new("make_ups_done", "完成补学人次",
        "已确认完成补学的人次", "每人每次计1，记在补学日", typeof(MakeUpDone));
    public static readonly Indicator Speeches = new("speeches", "发言人次",
        "集中学习中的发言人次", "“七有”齐全后按学习记录相加，记在学习日；退回补正的不计", typeof(SessionCompleted), typeof(SessionReopened));
    public static readonly Indicator LectureFilings = new("lecture_filings", "外请报告备案",
        "外请专家作报告已备案的次数", "每次报告计1，记在备案日；更换主讲人后须重新备案，原备案不计", typeof(LectureFiled), typeof(LectureFilingLapsed));
    public static readonly Indicator ObservedTimes = new("observed_times", "被旁听次数",
        "本单位被巡听旁听的次数", "反馈印发后每次计1，记在旁听日", typeof(ObservationFeedbackIssued));
    public static readonly Indicator ProblemsFound = new("problems_found", "发现问题数",
        "巡听旁听和检查发现的问题数", "每个问题计1，记在发现日", typeof(ProblemFound));
    public static readonly Indicator ProblemsRectified = new("problems_rectified", "已整改问题数",
        "整改已通过验收的问题数", "按整改通知书的问题数计，记在验收日；回头看未通过的扣除",
        typeof(RectificationAccepted), typeof(LookBackFailed));
    public static readonly Indicator LookBacksPassed = new("look_backs_passed", "回头看通过问题数",
        "回头看通过的问题数", "按整改通知书的问题数计，记在通过日", typeof(LookBackPassed));
    public static readonly Indicator PlanFiled = new("plan_filed", "年度计划报备",
        "年度学习计划已报备", "已报备计1，记在报备日；早于计划年度的记在1月1日，晚于的记在12月31日；被退回的不计",
        typeof(PlanFiled), typeof(PlanReturned));

    public static IReadOnlyList<Indicator> AnnualReport { get; } =
    [
        FirstTopicStudies, CollectiveDiscussions, ReadingClasses, ReadingClassDiscussions, ExpertLectures, Reflections,
        ResearchVisits, ResearchReportsAndArticles, LeaderLectures, OutreachTeams, OutreachTalksCongress,
        OutreachTalksRegular, CourtyardClasses, MicroVideos, TheoryArticlesPublished, MaterialVolumes, UnitsObserved,
        BulletinsIssued,
    ];

    /// <summary>Columns of the half-year table, in the form's order.</summary>
    public static IReadOnlyList<Indicator> Annex { get; } =
    [
        SessionsPlanned, CollectiveSessions, CollectiveDiscussions, ExpertLectures, ReadingClasses, FirstTopicStudies,
        ExpectedPersonTimes, PresentPersonTimes, LeavePersonTimes, MakeUpsDue, MakeUpsDone, Speeches, Reflections,
        ResearchReportsAndArticles, LectureFilings, TheoryArticlesPublished, ObservedTimes, ProblemsFound,
        ProblemsRectified, PlanFiled, SessionsCompleted,
    ];

    public static IReadOnlyList<Indicator> All { get; } =
    [
        .. AnnualReport, CollectiveSessions, SessionsCompleted, SessionsArchived, ExpectedPersonTimes,
        PresentPersonTimes, LeavePersonTimes, AbsentPersonTimes, MakeUpsDue, MakeUpsDone, Speeches, ObservedTimes,
        ProblemsFound, ProblemsRectified, LookBacksPassed, PlanFiled, SessionsPlanned, LectureFilings,
    ];

    private static readonly FrozenDictionary<string, Indicator> ByKey = All.ToFrozenDictionary(indicator => indicator.Key);

    public static Indicator? Find(string key) => ByKey.GetValueOrDefault(key);

    private static Indicator Activity(string key, string zhName, string meaning) =>
        new(key, zhName, meaning, "每项计1，记在活动日；撤回的不计", typeof(ActivityRecorded));

    private static Indicator Attendance(string key, string zhName) =>
        new(key, zhName, $"各次学习的{zhName}", "按最近一次登记的考勤相加，只计正式成员，记在学习日", typeof(AttendanceRecorded));
}
