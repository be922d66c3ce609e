using StudySuite.Events;

namespace StudySuite.Planning.Plans;

/// <summary>Forms of study; the same numbers as in the contract.</summary>
internal enum StudyForm
{
    Discussion = 1,
    Lecture,
    ReadingClass,
    LeadReading,
    Film,
    CaseStudy,
    SiteVisit,
    Research,
    SpecialReport,
    Quiz,
}

/// <summary>What coverage needs to know of a study: which it is, when, and what it fulfils.</summary>
internal record ItemOutline(string Id, int Month, string Topic)
{
    /// <summary>Resource name of the arrangement's topic that it fulfils; may be empty.</summary>
    public string ArrangementTopic { get; init; } = "";
}

/// <summary>One study of the plan; read and written with the plan.</summary>
internal sealed record PlanItem(
    string Id, int Month, string Topic, string Category, List<string> Materials, List<string> KeynoteSpeakers,
    string Lecturer, string ConversionGoal, string ResponsibleDepartment) : ItemOutline(Id, Month, Topic)
{
    // Those below came later: rows written before lack them.
    public List<StudyForm> Forms { get; init; } = [];

    public string ResearchTopic { get; init; } = "";

    public int Quarter => (Month + 2) / 3;

    public bool IsDiscussion => Forms.Contains(StudyForm.Discussion);

    public PlannedItem ToEvent() =>
        new(Id, Month, Topic, [.. Forms.Select(Spelled)], Materials, KeynoteSpeakers, Lecturer);

    private static string Spelled(StudyForm form) => form switch
    {
        StudyForm.Discussion => "DISCUSSION",
        StudyForm.Lecture => "LECTURE",
        StudyForm.ReadingClass => "READING_CLASS",
        StudyForm.LeadReading => "LEAD_READING",
        StudyForm.Film => "FILM",
        StudyForm.CaseStudy => "CASE_STUDY",
        StudyForm.SiteVisit => "SITE_VISIT",
        StudyForm.Research => "RESEARCH",
        StudyForm.SpecialReport => "SPECIAL_REPORT",
        _ => "QUIZ",
    };
}

/// <summary>What is written in a plan, as it was passed or as it shall be.</summary>
internal sealed record PlanText(string Title, string GuidingIdeas, string Requirements, List<PlanItem> Items);

/// <summary>An amendment that waits for the leader.</summary>
/// <param name="By"><c>people/{person}</c>.</param>
internal sealed record PlanAmendment(PlanText Text, string Reason, string By);
