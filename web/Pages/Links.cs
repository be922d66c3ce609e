namespace StudySuite.Web.Pages;

/// <summary>The page of a resource has the resource's name as its path, so that whatever names one can be followed.</summary>
internal static class Links
{
    private static readonly string[] Pages =
        ["sessions", "plans", "makeUps", "observations", "rectificationNotices", "problems", "bulletins", "receivedBulletins",
         "topicCampaigns", "thematicArrangements", "receivedArrangements", "checks", "observationCampaigns",
         "selfReports", "assessments", "firstTopics", "activities",
         "researchProjects"];

    // Kinds that are shown together on one page of the unit.
    private static readonly string[] Lists = ["topicProposals", "practiceProposals", "delegations", "researchTopics", "lecturers", "selfStudyPlans"];

    /// <returns>Null for a resource that has no page of its own.</returns>
    public static string? Of(string name)
    {
        var parts = name.Split('/');
        return parts switch
        {
            ["units", _, var kind, _, ..] when Pages.Contains(kind) => "/" + string.Join('/', parts[..4]),
            ["units", _, var kind, _, ..] when Lists.Contains(kind) => "/" + string.Join('/', parts[..3]),
            ["units", _, "coverageMatrix"] => "/observations/coverage",
            ["units", _, "people", _, "years", var year, ..] => $"/my?year={year}",
            ["units", var unit, "members", _] => $"/units/{unit}",
            ["people", var person, ..] => $"/people/{person}/loginSessions",
            ["suggestions", _] => "/suggestions",
            ["regulations", _] => "/regulations",
            ["workCalendars", var year] => $"/workCalendars?year={year}",
            ["systemClients", _] => "/systemClients",
            _ => null,
        };
    }

    /// <summary>The last part of a resource's name.</summary>
    public static string Id(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Code of the unit that a resource belongs to.</summary>
    public static string Unit(string name) => name.Split('/') is ["units", var unit, ..] ? unit : "";
}
