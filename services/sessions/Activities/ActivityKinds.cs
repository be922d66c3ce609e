using StudySuite.Sessions.V1;
using static StudySuite.Sessions.V1.ActivityKind;

namespace StudySuite.Sessions.Activities;

/// <summary>
/// The dictionary of kinds in its order, each with the key of its name and of the one indicator it counts in; empty for
/// kinds that count in none: a member's own study is not measured, and of a column its articles count.
/// </summary>
internal static class ActivityKinds
{
    public static readonly IReadOnlyList<(ActivityKind Kind, string Title, string Indicator)> All =
    [
        (SelfStudy, "KIND_SELF_STUDY", ""), (Reflection, "KIND_REFLECTION", "reflections"),
        (ResearchVisit, "KIND_RESEARCH_VISIT", "research_visits"),
        (ResearchReport, "KIND_RESEARCH_REPORT", "research_reports_and_articles"),
        (TheoryArticle, "KIND_THEORY_ARTICLE", "research_reports_and_articles"),
        (LeaderLecture, "KIND_LEADER_LECTURE", "leader_lectures"), (OutreachTeam, "KIND_OUTREACH_TEAM", "outreach_teams"),
        (OutreachTalkCongress, "KIND_OUTREACH_TALK_CONGRESS", "outreach_talks_congress"),
        (OutreachTalkRegular, "KIND_OUTREACH_TALK_REGULAR", "outreach_talks_regular"),
        (CourtyardClass, "KIND_COURTYARD_CLASS", "courtyard_classes"), (MicroVideo, "KIND_MICRO_VIDEO", "micro_videos"),
        (PublishedArticle, "KIND_PUBLISHED_ARTICLE", "theory_articles_published"), (Column, "KIND_COLUMN", ""),
        (OnlineStudy, "KIND_ONLINE_STUDY", ""),
    ];

    public static bool CanBePlanned(ActivityKind kind) =>
        kind is LeaderLecture or OutreachTalkCongress or OutreachTalkRegular or CourtyardClass;

    public static bool IsResearch(ActivityKind kind) =>
        kind is ResearchVisit or ResearchReport or TheoryArticle or PublishedArticle;
}
