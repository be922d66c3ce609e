using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Supervision.V1;
using FormTemplate = StudySuite.Supervision.Templates.FormTemplate;

namespace StudySuite.Supervision.Observations;

/// <summary>What the observers write, checked as a whole.</summary>
internal static class FormContent
{
    public static void Check(
        V1.ObservationForm form, FormTemplate template, bool maySpeak, int summaryMax, Violations wrong)
    {
        CheckMethods(form, wrong);
        CheckIndicators(form, template, wrong);
        wrong.Text("form.overall_evaluation", form.OverallEvaluation, 2000)
            .Text("form.highlights", form.Highlights, 2000)
            .OptionalText("form.suggestions", form.Suggestions, summaryMax)
            .OptionalText("form.on_spot_comment", form.OnSpotComment, summaryMax)
            .AddIf(form.OnSpotComment.Length > 0 && !maySpeak, "form.on_spot_comment", "MAY_NOT_SPEAK")
            .AddIf(!Enum.IsDefined(form.Grade), "form.grade", "ENUM_UNKNOWN", ("value", form.Grade.ToString()))
            .Range("form.problems", form.Problems.Count, 0, 30)
            .Range("form.signed_by", form.SignedBy.Count, 0, 20);
        for (var i = 0; i < form.SignedBy.Count; i++)
        {
            wrong.Text($"form.signed_by[{i}]", form.SignedBy[i], 100);
        }

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

    public static ObservationForm FormOf(V1.ObservationForm form, FormTemplate template, string filledBy)
    {
        var answers = form.Indicators.ToDictionary(KeyOf);
        return new ObservationForm(
            [.. form.Methods],
            [
                .. template.Lines.Select(line => (line, given: answers[line.Key])).Select(pair => new FormIndicator(
                    IndicatorOf(pair.line.Key), pair.given.Answer, pair.given.Note, pair.given.Evidence)
                {
                    Key = pair.line.Key, Title = pair.line.Title,
                }),
            ],
            form.OverallEvaluation, form.Highlights,
            [.. form.Problems.Select((line, index) => new FormLine(index + 1, line.Text, line.Category, line.RuleReference))],
            form.Suggestions, form.OnSpotComment, form.Grade, filledBy)
        {
            SignedBy = [.. form.SignedBy],
        };
    }

    public static string KeyOf(IndicatorAnswer given) =>
        given.Key.Length > 0 ? given.Key : FormTemplate.KeyOf(given.Indicator);

    private static Indicator IndicatorOf(string key) =>
        Enum.GetValues<Indicator>().FirstOrDefault(indicator => indicator != 0 && FormTemplate.KeyOf(indicator) == key);

    private static void CheckMethods(V1.ObservationForm form, Violations wrong)
    {
        wrong.AddIf(form.Methods.Count == 0, "form.methods", "FIELD_REQUIRED");
        for (var i = 0; i < form.Methods.Count; i++)
        {
            wrong.Enum($"form.methods[{i}]", form.Methods[i])
                .AddIf(form.Methods.Take(i).Contains(form.Methods[i]), $"form.methods[{i}]", "METHOD_REPEATED");
        }
    }

    private static void CheckIndicators(V1.ObservationForm form, FormTemplate template, Violations wrong)
    {
        var keys = form.Indicators.Select(KeyOf).ToList();
        for (var i = 0; i < form.Indicators.Count; i++)
        {
            var (given, at) = (form.Indicators[i], $"form.indicators[{i}]");
            wrong.AddIf(given.Key.Length == 0 && given.Indicator == 0, $"{at}.indicator", "FIELD_REQUIRED")
                .AddIf(
                    (given.Key.Length > 0 || given.Indicator != 0) && !template.Lines.Exists(line => line.Key == keys[i]),
                    $"{at}.indicator", "INDICATOR_UNKNOWN", ("indicator", keys[i]))
                .AddIf(keys.IndexOf(keys[i]) < i, $"{at}.indicator", "INDICATOR_REPEATED")
                .Enum($"{at}.answer", given.Answer)
                .OptionalText($"{at}.note", given.Note, 500)
                .OptionalText($"{at}.evidence", given.Evidence, 500);
        }

        foreach (var line in template.Lines.Where(line => !keys.Contains(line.Key)))
        {
            wrong.Add("form.indicators", "INDICATOR_MISSING", ("indicator", line.Title));
        }
    }
}
