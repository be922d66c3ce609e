using System.Text.RegularExpressions;

namespace StudySuite.Platform.Tests.Architecture;

/// <summary>三员分立: administrators run the suite, check each other, and read no content (DOMAIN §10.6).</summary>
public sealed partial class AdministratorTests
{
    [Theory]
    [InlineData("planning")]
    [InlineData("sessions")]
    [InlineData("supervision")]
    [InlineData("bulletin")]
    public void AccessPage_OfAServiceWithContent_OpensNothingToAdministratorsButTheTrail(string service)
    {
        var page = SourceTree.Files($"services/{service}", ".cs", atLeast: 1)
            .Single(file => file.Path.EndsWith($"/{service}Access.cs", StringComparison.OrdinalIgnoreCase));
        Rule.Holds(Opened(page.Lines).Select(line => $"{page.Path}: {line}"));
    }

    [Fact]
    public void Opened_LineWithAnAdministrator_IsFoundUnlessItIsTheTrail() => Assert.Single(Opened(
    [
        """.OnUnit("AnnualPlanService/GetAnnualPlan", StudySecretary, SystemAdmin)""",
        """.Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)""",
        """.OnUnit("AnnualPlanService/FileAnnualPlan", StudySecretary)""",
    ]));

    private static IEnumerable<string> Opened(IEnumerable<string> lines) => lines.Select(line => line.Trim())
        .Where(line => Administrator().IsMatch(line) && !line.Contains("\"AuditEntryService/", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(?:SystemAdmin|SecurityAdmin|AuditAdmin)\b")]
    private static partial Regex Administrator();
}
