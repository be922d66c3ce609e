namespace StudySuite.Bulletin.Drafts;

/// <summary>What a unit does well.</summary>
/// <param name="Unit">Code of the unit.</param>
internal sealed record GoodPractice(string Unit, string Text);

/// <summary>The words of a bulletin.</summary>
internal sealed record BulletinText(
    string Overview, string Practices, string Problems, string Requirements, List<GoodPractice> GoodPractices)
{
    public static BulletinText Empty => new("", "", "", "", []);

    /// <summary>Fields of the four sections that are still empty.</summary>
    public IEnumerable<string> Missing()
    {
        (string Field, string Text)[] sections =
        [
            ("overview", Overview), ("practices", Practices), ("problems", Problems), ("requirements", Requirements),
        ];
        return sections.Where(section => string.IsNullOrWhiteSpace(section.Text)).Select(section => section.Field);
    }
}

/// <summary>All that is written as long as the bulletin is a draft.</summary>
/// <param name="Naming">点名: examples of problems name their units.</param>
internal sealed record BulletinDraft(
    string Title, string NumberPrefix, List<string> SignOffSteps, BulletinText Text,
    string Addressee = "", string CopiesTo = "", bool Naming = false)
{
    /// <summary>字数: characters as a reader sees them, blanks not counted.</summary>
    public int CharCount()
    {
        string[] texts =
        [
            Title, Text.Overview, Text.Practices, Text.Problems, Text.Requirements,
            .. Text.GoodPractices.Select(practice => practice.Text),
        ];
        return texts.Sum(text => text.EnumerateRunes().Count(rune => !System.Text.Rune.IsWhiteSpace(rune)));
    }
}
