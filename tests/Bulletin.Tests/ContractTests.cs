using System.Globalization;
using System.Reflection;
using System.Resources;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Practices;
using StudySuite.Bulletin.Rebuild;
using StudySuite.Bulletin.Received;
using StudySuite.Bulletin.SelfReports;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests;

public sealed class ContractTests
{
    // Violations have no error of their own.
    private static readonly string[] FieldReasons =
        ["ISSUED_BEFORE_PERIOD", "PERIOD_REVERSED", "PERIOD_AMBIGUOUS", "INDICATOR_UNKNOWN", "UNIT_UNKNOWN",
        "PERIOD_TOO_LONG", "SECTION_UNKNOWN", "PLACEHOLDER_UNKNOWN", "MATERIAL_INVALID"];

    [Fact]
    public Task Rpcs_All_HaveAccess() => ServiceContract.RpcsHaveAccessAsync<BulletinDbContext>(
        StatisticsServiceReflection.Descriptor, BulletinServiceReflection.Descriptor,
        ReceivedBulletinServiceReflection.Descriptor, SelfReportServiceReflection.Descriptor,
        PracticeProposalServiceReflection.Descriptor, ExportServiceReflection.Descriptor,
        RebuildServiceReflection.Descriptor);

    [Fact]
    public Task Migrations_OfSqlite_FitTheModel() => ServiceContract.MigrationsFitModelAsync<BulletinDbContext>(Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Migrations_OfPostgres_FitTheModel() => ServiceContract.MigrationsFitModelAsync<BulletinDbContext>(Backing.Servers);

    [Fact]
    public void Texts_EveryReason_HasASentenceInBothLanguages()
    {
        var texts = new ResourceManager("StudySuite.Bulletin.Errors", typeof(BulletinModule).Assembly);
        var bulletin = new StudyBulletin("x", "1", 2023, 1, default, default);
        var reasons = new[]
            {
                typeof(BulletinErrors), typeof(ReceivedBulletinErrors), typeof(IndicatorErrors), typeof(SelfReportErrors),
                typeof(PracticeProposalErrors), typeof(RebuildErrors),
            }
            .SelectMany(errors => errors.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(method => (DomainError)method.Invoke(
                null, [method.GetParameters()[0].ParameterType == typeof(string) ? "name" : bulletin])!)
            .Select(error => error.Reason)
            .Concat(FieldReasons);

        Assert.All(reasons, reason =>
        {
            var (chinese, english) =
                (texts.GetString(reason, CultureInfo.GetCultureInfo("zh")), texts.GetString(reason, CultureInfo.GetCultureInfo("en")));
            Assert.False(string.IsNullOrEmpty(chinese), reason);
            Assert.False(string.IsNullOrEmpty(english), reason);
            Assert.NotEqual(chinese, english);
        });
    }
}
