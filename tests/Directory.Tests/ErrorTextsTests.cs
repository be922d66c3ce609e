using System.Reflection;
using System.Resources;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StudySuite.Directory.Tests;

public sealed partial class ErrorTextsTests
{
    private static readonly ResourceManager Texts = new("StudySuite.Directory.Errors", typeof(DirectoryModule).Assembly);

    public static TheoryData<string> Reasons => [.. ReasonsInSources()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Reason_HasAChineseAndAnEnglishSentence(string reason)
    {
        var chinese = Texts.GetString(reason, CultureInfo.GetCultureInfo("zh"));
        var english = Texts.GetString(reason, CultureInfo.GetCultureInfo("en"));

        Assert.Matches("[一-龥]", chinese);
        Assert.DoesNotMatch("[一-龥]", english);
        Assert.Equal(Places(chinese!), Places(english!));
    }

    /// <summary>Reasons as they stand in the code, without those whose sentences are the platform's.</summary>
    private static IEnumerable<string> ReasonsInSources()
    {
        var platform = new ResourceManager(
            "StudySuite.Defaults.Errors.Errors", typeof(StudySuite.Defaults.Errors.DomainError).Assembly);
        var folder = typeof(ErrorTextsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "DirectorySources").Value!;
        return System.IO.Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(file => ReasonPattern().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Where(reason => platform.GetString(reason, CultureInfo.InvariantCulture) is null)
            .Order();
    }

    private static IEnumerable<string> Places(string sentence) =>
        PlacePattern().Matches(sentence).Select(match => match.Value).Order();

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z]+)+)\"")]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex PlacePattern();
}
