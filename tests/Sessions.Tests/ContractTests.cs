using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Tests;

public sealed class ContractTests
{
    [Fact]
    public void AccessTable_NamesEveryRpc()
    {
        var rpcs = new[]
            {
                ActivityServiceReflection.Descriptor, ArchiveServiceReflection.Descriptor,
                ActivityFileServiceReflection.Descriptor, ActivityImportServiceReflection.Descriptor,
                LectureServiceReflection.Descriptor, ResearchProjectServiceReflection.Descriptor, MemberYearServiceReflection.Descriptor,
                DutyServiceReflection.Descriptor, LedgerServiceReflection.Descriptor, SignInServiceReflection.Descriptor,
                DocumentServiceReflection.Descriptor, FirstTopicServiceReflection.Descriptor, SearchServiceReflection.Descriptor, LeaveRequestServiceReflection.Descriptor,
                MakeUpServiceReflection.Descriptor, MaterialPackServiceReflection.Descriptor,
                MaterialServiceReflection.Descriptor, NoticeServiceReflection.Descriptor, RecordServiceReflection.Descriptor,
                RollServiceReflection.Descriptor, SchemeServiceReflection.Descriptor, SessionServiceReflection.Descriptor,
                SevenHavesServiceReflection.Descriptor,
                AuditEntryServiceReflection.Descriptor, CountedEventServiceReflection.Descriptor,
                PersonRecordServiceReflection.Descriptor,
            }
            .SelectMany(file => file.Services)
            .SelectMany(service => service.Methods.Select(method => $"{service.Name}/{method.Name}"));

        Assert.Equal(rpcs.Order(), SessionsAccess.Table.Rules.Keys.Order());
    }

    [Fact]
    public void Errors_HaveTheSameReasonsAndPlacesInBothLanguages()
    {
        var texts = new ResourceManager("StudySuite.Sessions.Errors", typeof(SessionsModule).Assembly);
        var chinese = Texts(texts, CultureInfo.InvariantCulture);
        var english = Texts(texts, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, pair => Assert.Matches("[\u4e00-\u9fff]", pair.Value));
        Assert.All(english, pair => Assert.DoesNotMatch("[\u4e00-\u9fff]", pair.Value));
        Assert.All(chinese, pair => Assert.Equal(Places(pair.Value), Places(english[pair.Key])));
    }

    [Fact]
    public void Errors_OfTheCode_HaveASentence()
    {
        var texts = new ResourceManager("StudySuite.Sessions.Errors", typeof(SessionsModule).Assembly);
        var known = Texts(texts, CultureInfo.InvariantCulture);
        var source = string.Join('\n', System.IO.Directory
            .EnumerateFiles(Path.Combine(Root(), "services", "sessions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root(), file).Split('/').Intersect(["Migrations", "obj", "bin"]).Any())
            .Select(File.ReadAllText));

        var reasons = Regex.Matches(source, "\"([A-Z]+(?:_[A-Z]+)+)\"").Select(match => match.Groups[1].Value)
            .ToHashSet();
        Assert.All(reasons, reason => Assert.True(
            known.ContainsKey(reason) || ErrorTexts.Sentence("sessions", reason, [], CultureInfo.GetCultureInfo("zh")) != reason,
            reason));
        Assert.All(known.Keys, reason => Assert.Contains(reason, reasons));
    }

    [Fact]
    public void Migrations_FitTheModelOnBothDatabases()
    {
        using var postgres = new SessionsDbContext(
            new DbContextOptionsBuilder<SessionsDbContext>().UseSnakeCaseNamingConvention().UseNpgsql("Host=localhost").Options);
        using var sqlite = new SessionsSqliteDbContext(
            new DbContextOptionsBuilder<SessionsSqliteDbContext>().UseSnakeCaseNamingConvention().UseSqlite("Data Source=x").Options);

        Assert.False(postgres.Database.HasPendingModelChanges());
        Assert.False(sqlite.Database.HasPendingModelChanges());
    }

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\w+\}").Select(match => match.Value).Order();

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
