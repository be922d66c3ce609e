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

    /// <summary>What a sheet and a document call a kind of activity is what the pages call it.</summary>
    [Theory, InlineData("resx"), InlineData("en.resx")]
    public void Names_OfActivities_AreThoseOfSheets(string language)
    {
        var sheets = Read("services/sessions", $"Errors.{language}").Where(pair => pair.Key.StartsWith("KIND_", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key.Replace("_", "", StringComparison.Ordinal), pair => pair.Value);
        var pages = Read("web/Texts", $"Names.{language}").Where(pair => pair.Key.StartsWith("ActivityKind.", StringComparison.Ordinal))
            .ToDictionary(pair => $"KIND{pair.Key.Split('.')[1].ToUpperInvariant()}", pair => pair.Value);

        Assert.NotEmpty(pages);
        Assert.Equal(sheets.OrderBy(pair => pair.Key, StringComparer.Ordinal), pages.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static List<string> KeysOf(string file) => [.. Read("web/Texts", file).Select(pair => pair.Key)];

    private static IEnumerable<KeyValuePair<string, string>> Read(string folder, string file) =>
        XDocument.Load(Path.Combine(Output.Root, folder, file)).Descendants("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value));

    [GeneratedRegex("""\b(?:T|words)\["([^"]+)"|new NavItem\("([^"]+)""")]
    private static partial Regex Word();
}
