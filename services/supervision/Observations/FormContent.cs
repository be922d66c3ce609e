using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

/// <summary>What the observers write, checked as a whole.</summary>
internal static class FormContent
{
    public static void Check(V1.ObservationForm form, bool maySpeak, int summaryMax, Violations wrong)
    {
        CheckMethods(form, wrong);
        CheckIndicators(form, wrong);
        wrong.Text("form.overall_evaluation", form.OverallEvaluation, 2000)
            .Text("form.highlights", form.Highlights, 2000)
            .OptionalText("form.suggestions", form.Suggestions, 2000)
            .OptionalText("form.on_spot_comment", form.OnSpotComment, 2000)
            .AddIf(form.OnSpotComment.Length > 0 && !maySpeak, "form.on_spot_comment", "MAY_NOT_SPEAK")
            .AddIf(!Enum.IsDefined(form.Grade), "form.grade", "ENUM_UNKNOWN", ("value", form.Grade.ToString()))
            .Range("form.problems", form.Problems.Count, 0, 30);
        for (var i = 0; i < form.Problems.Count; i++)
        {
            wrong.Text($"form.problems[{i}].text", form.Problems[i].Text, 1000)
                .Text($"form.problems[{i}].category", form.Problems[i].Category, 60)
                .OptionalText($"form.problems[{i}].rule_reference", form.Problems[i].RuleReference);
        }

        var length = form.OverallEvaluation.Length + form.Highlights.Length + form.Problems.Sum(line => line.Text.Length);
        wrong.AddIf(
            length > summaryMax, "form", "SUMMARY_TOO_LONG",
            ("length", length.ToString(CultureInfo.InvariantCulture)),
            ("max", summaryMax.ToString(CultureInfo.InvariantCulture)));
    }

    public static ObservationForm FormOf(V1.ObservationForm form, string filledBy) => new(
        [.. form.Methods],
        [.. form.Indicators.OrderBy(i => i.Indicator).Select(i => new FormIndicator(i.Indicator, i.Answer, i.Note, i.Evidence))],
        form.OverallEvaluation, form.Highlights,
        [.. form.Problems.Select((line, index) => new FormLine(index + 1, line.Text, line.Category, line.RuleReference))],
        form.Suggestions, form.OnSpotComment, form.Grade, filledBy);

    private static void CheckMethods(V1.ObservationForm form, Violations wrong)
    {
        wrong.AddIf(form.Methods.Count == 0, "form.methods", "FIELD_REQUIRED");
        for (var i = 0; i < form.Methods.Count; i++)
        {
            wrong.Enum($"form.methods[{i}]", form.Methods[i])
                .AddIf(form.Methods.Take(i).Contains(form.Methods[i]), $"form.methods[{i}]", "METHOD_REPEATED");
        }
    }

    private static void CheckIndicators(V1.ObservationForm form, Violations wrong)
    {
        for (var i = 0; i < form.Indicators.Count; i++)
        {
            var (given, at) = (form.Indicators[i], $"form.indicators[{i}]");
            wrong.Enum($"{at}.indicator", given.Indicator)
                .AddIf(form.Indicators.Take(i).Any(other => other.Indicator == given.Indicator), $"{at}.indicator", "INDICATOR_REPEATED")
                .Enum($"{at}.answer", given.Answer)
                .OptionalText($"{at}.note", given.Note, 500)
                .OptionalText($"{at}.evidence", given.Evidence, 500);
        }

        var missing = Enum.GetValues<Indicator>().Except([Indicator.Unspecified, .. form.Indicators.Select(i => i.Indicator)]);
        foreach (var indicator in missing)
        {
            wrong.Add("form.indicators", "INDICATOR_MISSING", ("indicator", indicator.ToString()));
        }
    }
}
