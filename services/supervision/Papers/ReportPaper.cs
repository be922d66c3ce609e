using StudySuite.Documents;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Papers;

/// <summary>The unit's report (整改情况报告) with its ledger and the review.</summary>
internal static class ReportPaper
{
    public static Document Of(RectificationNotice notice, string unit, string organiser, DateOnly today)
    {
        var report = notice.Report;
        var document = new Document($"{unit}\n关于{notice.Number}整改情况的报告").To(organiser)
            .Heading(1, "整改总体情况").Paragraph(report.Summary)
            .Heading(1, "逐项整改情况");
        foreach (var item in notice.Items)
        {
            document.Heading(3, item.Text)
                .Paragraph($"整改措施：{item.Plan?.Measures}")
                .Paragraph($"完成情况：{(item.Report is { } done ? $"{Words.Of(done.Status)}。{done.Result}" : "")}")
                .Paragraph($"佐证材料：{string.Join('、', item.Report?.Evidence ?? [])}");
        }

        if (report.LongTermMechanism.Length > 0)
        {
            document.Heading(1, "长效机制").Paragraph(report.LongTermMechanism);
        }

        document.Attachments("整改台账", "审核意见").Signed(unit, report.ReportedOn ?? today)
            .Annex("附件1", "整改台账", landscape: true);
        var ledger = new Table(
            "整改台账", new Column("序号", 0.6), new Column("问题", 3, CellStyle.Text), new Column("整改措施", 3, CellStyle.Text),
            new Column("责任领导"), new Column("责任单位"), new Column("责任人"), new Column("完成时限", 1.2), new Column("完成情况"));
        foreach (var item in notice.Items)
        {
            ledger.Row(
                item.Number, item.Text, item.Plan?.Measures, item.Plan?.ResponsibleLeader, item.Plan?.ResponsibleUnit,
                item.Plan?.ResponsiblePerson, item.Plan?.DueOn, item.Report is { } result ? Words.Of(result.Status) : "");
        }

        return document.Table(ledger).Annex("附件2", "审核意见").Form(new Form(1, 3)
            .Field("单位负责人", "", 14)
            .Field("审核意见", report.Opinion, 40)
            .Field("验收日期", notice.AcceptedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""));
    }
}
