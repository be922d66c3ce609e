using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Tests;

public sealed class ContractTests
{
    [Fact]
    public void AccessTable_NamesEveryRpc()
    {
        var rpcs = new[]
            {
                ObservationServiceReflection.Descriptor, ProblemServiceReflection.Descriptor,
                RectificationNoticeServiceReflection.Descriptor, ObservationCampaignServiceReflection.Descriptor,
                FormTemplateServiceReflection.Descriptor, CheckServiceReflection.Descriptor,
                AuditEntryServiceReflection.Descriptor, ScoreSchemeServiceReflection.Descriptor, AssessmentServiceReflection.Descriptor,
                PaperServiceReflection.Descriptor, ObservationFileServiceReflection.Descriptor, EvidenceFileServiceReflection.Descriptor,
                CountedEventServiceReflection.Descriptor, PersonRecordServiceReflection.Descriptor,
            }
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Methods.Select(method => $"{service.Name}/{method.Name}"));

        Assert.Equal(rpcs.Order(), SupervisionAccess.Table.Rules.Keys.Order());
    }

    [Fact]
    public void Errors_HaveTheSameReasonsAndPlacesInBothLanguages()
    {
        var texts = new ResourceManager("StudySuite.Supervision.Errors", typeof(SupervisionModule).Assembly);
        var chinese = Texts(texts, CultureInfo.InvariantCulture);
        var english = Texts(texts, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, pair => Assert.Matches("[\u4e00-\u9fff]", pair.Value));
        Assert.All(english, pair => Assert.DoesNotMatch("[\u4e00-\u9fff]", pair.Value));
    }

    [Fact]
    public void Errors_OfTheCode_HaveASentence()
    {
        var texts = new ResourceManager("StudySuite.Supervision.Errors", typeof(SupervisionModule).Assembly);
        var known = Texts(texts, CultureInfo.InvariantCulture);
        var source = string.Join('\n', System.IO.Directory
            .EnumerateFiles(Path.Combine(Root(), "services", "supervision"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root(), file).Split('/').Intersect(["Migrations", "obj", "bin"]).Any())
            .Select(File.ReadAllText));

        var reasons = Regex.Matches(source, "\"([A-Z]+(?:_[A-Z]+)+)\"").Select(match => match.Groups[1].Value)
            .Except(["DUE_SOON"]).ToHashSet();
        Assert.All(reasons, reason => Assert.True(
            known.ContainsKey(reason) || ErrorTexts.Sentence("supervision", reason, [], CultureInfo.GetCultureInfo("zh")) != reason,
            reason));
        Assert.All(known.Keys, reason => Assert.Contains(reason, reasons));
    }

    [Fact]
    public void Migrations_FitTheModelOnBothDatabases()
    {
        using var postgres = new SupervisionDbContext(
            new DbContextOptionsBuilder<SupervisionDbContext>().UseSnakeCaseNamingConvention().UseNpgsql("Host=localhost").Options);
        using var sqlite = new SupervisionSqliteDbContext(
            new DbContextOptionsBuilder<SupervisionSqliteDbContext>().UseSnakeCaseNamingConvention().UseSqlite("Data Source=x").Options);

        Assert.False(postgres.Database.HasPendingModelChanges());
        Assert.False(sqlite.Database.HasPendingModelChanges());
    }

    private static Dictionary<string, string> Texts(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StudySuite.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
