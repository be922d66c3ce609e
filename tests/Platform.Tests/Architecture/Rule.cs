namespace StudySuite.Platform.Tests.Architecture;

internal static class Rule
{
    /// <summary>Fails with every offence in full; xunit would cut them short.</summary>
    public static void Holds(IEnumerable<string> offences)
    {
        var found = offences.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
