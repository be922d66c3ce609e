namespace StudySuite.Platform.Tests.Architecture;

public sealed class ErrorTextRulesTests
{
    private const string Platform = "platform/Defaults/Errors";

    [Theory]
    [InlineData("Errors.resx")]
    [InlineData("Errors.en.resx")]
    public void Reasons_OfServicesAndPlatform_HaveASentence(string language)
    {
        var common = ErrorTextRules.KeysOf(SourceTree.Files(Platform, language, atLeast: 1).Single());
        var texts = SourceTree.Files("services", language, atLeast: 6).ToDictionary(file => file.Service, ErrorTextRules.KeysOf);
        var sources = SourceTree.Files("services", ".cs", atLeast: 100);
        var reasons = sources.SelectMany(file => ErrorTextRules.ReasonsIn(file).Select(reason => (file, reason))).ToList();
        var wordless = reasons.Where(r => !common.Contains(r.reason) && !texts[r.file.Service].Contains(r.reason))
            .Select(r => $"{r.file.Path}: {r.reason}");
        var wordlessInPlatform = SourceTree.Files("platform", ".cs", atLeast: 50)
            .SelectMany(ErrorTextRules.ReasonsIn).Except(common);

        Assert.True(reasons.DistinctBy(r => r.reason).Count() > 80);
        Rule.Holds(wordless.Concat(wordlessInPlatform));
    }

    [Fact]
    public void Sentences_OfBothLanguages_AreForTheSameReasons()
    {
        var chinese = SourceTree.Files("", "Errors.resx", atLeast: 7);
        var english = SourceTree.Files("", "Errors.en.resx", atLeast: 7).ToDictionary(file => file.Path);
        foreach (var file in chinese)
        {
            Assert.Equal(
                ErrorTextRules.KeysOf(file), ErrorTextRules.KeysOf(english[file.Path.Replace("Errors.resx", "Errors.en.resx")]));
        }
    }

    [Fact]
    public void Reasons_OnAnErrorsPageOrInAViolation_AreFound()
    {
        Assert.Equal(["PLAN_NOT_FOUND"], ErrorTextRules.ReasonsIn(new(
            "services/planning/Plans/PlanErrors.cs", """DomainError.NotFound("PLAN_NOT_FOUND", "resource")""")));
        Assert.Equal(["DATE_IN_FUTURE"], ErrorTextRules.ReasonsIn(new(
            "services/planning/Plans/Plan.cs",
            """wrong.AddIf(on > today, $"items[{i}].held_on", "DATE_IN_FUTURE"); Kind("PARTY_COMMITTEE");""")));
    }
}
