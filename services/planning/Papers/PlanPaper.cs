using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Papers;

/// <summary>年度学习计划 on paper: text in the official layout, the items as an annex across the page.</summary>
internal static class PlanPaper
{
    public static Document Of(AnnualPlan plan, string unit)
    {
        var document = new Document(plan.Title) { Subtitle = Standing(plan) };
        if (plan.GuidingIdeas.Length > 0)
        {
            document.Heading(1, "指导思想").Paragraph(plan.GuidingIdeas);
        }

        document.Heading(1, "学习安排")
            .Paragraph($"全年安排集中学习{plan.Items.Count}次，其中集体研讨{plan.Items.Count(item => item.IsDiscussion)}次，详见附件。");
        if (plan.Requirements.Length > 0)
        {
            document.Heading(1, "有关要求").Paragraph(plan.Requirements);
        }

        document.Attachments($"{unit}{plan.Year}年度学习安排表");
        if (plan.ApprovedOn is { } approvedOn)
        {
            document.Signed(unit, approvedOn);
        }

        return document.Annex("附件", $"{unit}{plan.Year}年度学习安排表", landscape: true).Table(ItemTable(plan));
    }

    /// <summary>How it was passed and filed, for those who check it.</summary>
    private static string Standing(AnnualPlan plan) => string.Join('　', new[]
    {
        plan.ApprovedOn is { } approved ? $"{plan.ApprovedByMeeting}审定（{approved.ToText()}）" : "",
        plan.FiledOn is { } filed ? $"报备日期：{filed.ToText()}" : "",
        plan.ReceiptNumber.Length > 0 ? $"回执：{plan.ReceiptNumber}" : "",
    }.Where(part => part.Length > 0));

    private static Table ItemTable(AnnualPlan plan) => plan.Items.OrderBy(item => item.Month).Aggregate(
        new Table(
            "学习安排", new Column("月份"), new Column("学习主题", 4, CellStyle.Text), new Column("内容类别", 2, CellStyle.Text),
            new Column("学习形式", 2), new Column("学习资料", 4, CellStyle.Text), new Column("重点发言人", 2),
            new Column("辅导人", 2), new Column("调研课题", 2, CellStyle.Text), new Column("成果转化目标", 3, CellStyle.Text),
            new Column("责任部门", 2)),
        (table, item) => table.Row(
            $"{item.Month}月", item.Topic, item.Category, PlanForms.ToText(item.Forms), string.Join('\n', item.Materials),
            string.Join('、', item.KeynoteSpeakers), item.Lecturer, item.ResearchTopic, item.ConversionGoal,
            item.ResponsibleDepartment));
}
