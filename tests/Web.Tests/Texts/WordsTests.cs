using System.Text.RegularExpressions;
using System.Xml.Linq;
using StudySuite.Suite.Tests;

namespace StudySuite.Web.Tests.Texts;

/// <summary>Every sentence of the pages has its English, every name both languages.</summary>
public sealed partial class WordsTests
{
    private static string Folder => Path.Combine(Output.Root, "web");

    [Fact]
    public void Words_InPages_HaveEnglish()
    {
        var sources = System.IO.Directory.EnumerateFiles(Folder, "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
        var used = sources.SelectMany(path => Word().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToHashSet();

        Assert.True(used.Count > 100, $"Only {used.Count} sentences: the test looks in the wrong place.");
        Assert.Empty(used.Except(KeysOf("Words.en.resx")));
    }

    [Fact]
    public void Names_OfStates_HaveBothLanguages() => Assert.Equal(KeysOf("Names.resx"), KeysOf("Names.en.resx"));

    private static List<string> KeysOf(string file) =>
        [.. XDocument.Load(Path.Combine(Folder, "Texts", file)).Descendants("data").Select(data => data.Attribute("name")!.Value)];

    [GeneratedRegex("""\b(?:T|words)\["([^"]+)"|new NavItem\("([^"]+)""")]
    private static partial Regex Word();
}
