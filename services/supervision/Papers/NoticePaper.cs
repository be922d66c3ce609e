using System.Globalization;
using StudySuite.Documents;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Papers;

/// <summary>The notice (整改通知书) with its receipt to be signed and sent back.</summary>
internal static class NoticePaper
{
    public static Document Of(RectificationNotice notice, string unit, string organiser)
    {
        // As it was issued: later rounds have due dates of their own.
        var dueOn = notice.History[0].DueOn!.Value;
        var document = new Document("整改通知书").Marked(organiser, notice.Number!).To(unit)
            .Paragraph($"根据{notice.Basis}，发现你单位理论学习中心组学习存在以下问题，现通知你单位限期整改。")
            .Heading(1, "存在问题及整改要求");
        foreach (var item in notice.Items)
        {
            var rule = item.RuleReference.Length > 0 ? $"（依据：{item.RuleReference}）" : "";
            document.Heading(3, $"【{item.Category}】{item.Text}{rule}").Paragraph($"整改要求：{item.Requirement}");
        }

        document.Heading(1, "整改期限")
            .Paragraph($"请于{Day(dueOn)}前完成整改，并由主要负责同志审定后书面报告整改情况，附佐证材料。");
        if (notice.Requirements.Length > 0)
        {
            document.Heading(1, "工作要求").Paragraph(notice.Requirements);
        }

        if (notice.Contact.Length > 0)
        {
            document.Paragraph($"联系人：{notice.Contact}");
        }

        return document.Attachments("签收回执").Signed(organiser, notice.IssuedOn!.Value)
            .Annex("附件", "签收回执")
            .Form(new Form(1, 2, 1, 2)
                .Row(Form.Label("文号"), Form.Value(notice.Number, 3))
                .Row(Form.Label("签收单位"), Form.Value(unit, 3))
                .Row(14, Form.Label("签收人"), Form.Value(""), Form.Label("签收日期"), Form.Value(notice.ReceivedOn)));
    }

    public static string Day(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);
}
