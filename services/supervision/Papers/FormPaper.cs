using System.Globalization;
using StudySuite.Documents;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.V1;
using FormTemplate = StudySuite.Supervision.Templates.FormTemplate;
using Observation = StudySuite.Supervision.Observations.Observation;
using ObservationForm = StudySuite.Supervision.Observations.ObservationForm;

namespace StudySuite.Supervision.Papers;

/// <summary>The feedback form: what is known stands in it, the rest is left to the pen.</summary>
internal static class FormPaper
{
    private static readonly (ObservationMethod Method, string Word)[] Methods =
    [
        (ObservationMethod.Talk, "访谈"), (ObservationMethod.Ledger, "查阅学习台账"), (ObservationMethod.FullSession, "全程列席一次学习"),
    ];

    private static readonly (Answer Answer, string Word)[] Answers = [(Answer.Yes, "是"), (Answer.No, "否"), (Answer.Partly, "部分")];

    public static Document Of(
        Observation observation, ObservationForm form, FormTemplate template, string unit, string observers)
    {
        var day = (observation.ObservedOn ?? observation.DatedFor)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        var boxes = new Form(0.7, 3, 1.6, 2.7)
            .Row(Form.Label("单位", 1), Form.Value(unit), Form.Label("旁听日期"), Form.Value(day))
            .Row(Form.Label("地点"), Form.Value(observation.Place), Form.Label("旁听人员"), Form.Value(observers))
            .Row(
                Form.Label("方式"),
                Form.Value(string.Join("  ", Methods.Select(way => Words.Box(form.Methods.Contains(way.Method), way.Word))), 3));
        foreach (var (part, title) in new[] { (FormPart.System, "制度落实"), (FormPart.Organisation, "组织实施") })
        {
            boxes.Row(Form.Label("序号"), Form.Label(title), Form.Label("落实情况"), Form.Label("说明及佐证"));
            foreach (var (index, line) in template.Lines.Index().Where(line => line.Item.Part == part))
            {
                var given = form.Indicators.Find(given => given.Key == line.Key || FormTemplate.KeyOf(given.Indicator) == line.Key);
                boxes.Row(
                    Form.Centred(index + 1), Form.Value(line.Title),
                    Form.Value(string.Join(' ', Answers.Select(answer => Words.Box(given?.Answer == answer.Answer, answer.Word)))),
                    Form.Value(string.Join("；", new[] { given?.Note, given?.Evidence }.Where(text => text?.Length > 0))));
            }
        }

        var problems = form.Problems.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Line}. 【{line.Category}】{line.Text}"));
        boxes.Field("总体评价", form.OverallEvaluation, 22)
            .Field("亮点", form.Highlights, 18)
            .Field("问题", string.Join('\n', problems), 22)
            .Field("建议", form.Suggestions, 16);
        if (observation.MaySpeak)
        {
            boxes.Field("现场点评", form.OnSpotComment, 16);
        }

        return new Document(template.Title) { IsForm = true }.Form(boxes
            .Field("评价等次", Words.Of(form.Grade))
            .Field("旁听人员签字", string.Join('、', form.SignedBy), 12));
    }
}
