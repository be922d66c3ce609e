using System.Globalization;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Planning.Arrangements;

namespace StudySuite.Planning.Papers;

/// <summary>分专题集体学习安排意见 on paper.</summary>
internal static class ArrangementPaper
{
    public static Document Of(ThematicArrangement arrangement, string issuer)
    {
        var document = new Document(arrangement.Title)
            .Marked(issuer, arrangement.Number)
            .To("各党委（党组）理论学习中心组")
            .Paragraph(arrangement.Requirement)
            .Heading(1, "学习专题");
        foreach (var topic in arrangement.Topics)
        {
            AddTopic(document, topic);
        }

        foreach (var change in arrangement.Changes)
        {
            var what = change.Before.Count > 0 ? "调整" : "撤回";
            document.Paragraph($"（{change.On.ToText()}{what}：{change.Reason}）", TextStyle.Note);
        }

        return arrangement.IssuedOn is { } issuedOn ? document.Signed(issuer, issuedOn) : document;
    }

    private static void AddTopic(Document document, ArrangementTopic topic)
    {
        document.Heading(2, topic.IsMandatory ? $"{topic.Title}（必学）" : topic.Title)
            .Paragraph($"学习时间：{Day(topic.StartsOn)}至{Day(topic.EndsOn)}。");
        if (topic.MustRead.Count > 0)
        {
            document.Paragraph("必读篇目：").List(topic.MustRead);
        }

        if (topic.OptionalRead.Count > 0)
        {
            document.Paragraph("选读篇目：").List(topic.OptionalRead);
        }

        document.Paragraph(topic.Requirement);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
