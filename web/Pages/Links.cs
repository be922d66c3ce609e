namespace StudySuite.Web.Pages;

/// <summary>The page of a resource has the resource's name as its path, so that whatever names one can be followed.</summary>
internal static class Links
{
    private static readonly string[] Pages =
        ["sessions", "plans", "makeUps", "observations", "rectificationNotices", "problems", "bulletins", "receivedBulletins",
         "topicCampaigns", "thematicArrangements", "receivedArrangements", "checks"];

    /// <returns>Null for a resource that has no page of its own.</returns>
    public static string? Of(string name)
    {
        var parts = name.Split('/');
        return parts is ["units", _, var kind, _, ..] && Pages.Contains(kind) ? "/" + string.Join('/', parts[..4]) : null;
    }

    /// <summary>The last part of a resource's name.</summary>
    public static string Id(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Code of the unit that a resource belongs to.</summary>
    public static string Unit(string name) => name.Split('/') is ["units", var unit, ..] ? unit : "";
}
