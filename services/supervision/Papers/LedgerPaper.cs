using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;
using RectificationNotice = StudySuite.Supervision.Rectification.RectificationNotice;

namespace StudySuite.Supervision.Papers;

/// <summary>The rectification ledger (整改台账).</summary>
internal static class LedgerPaper
{
    public static LedgerEntry Entry(RectificationNotice notice, NoticeItem item, string unitName, DateOnly today) => new()
    {
        Unit = $"units/{notice.Unit}",
        DisplayName = unitName,
        RectificationNotice = notice.ResourceName,
        Number = notice.Number!,
        Item = item.Number,
        Problem = item.Text,
        Category = item.Category,
        RuleReference = item.RuleReference,
        Requirement = item.Requirement,
        Measures = item.Plan?.Measures ?? "",
        ResponsibleLeader = item.Plan?.ResponsibleLeader ?? "",
        ResponsibleUnit = item.Plan?.ResponsibleUnit ?? "",
        ResponsiblePerson = item.Plan?.ResponsiblePerson ?? "",
        PlannedDueOn = item.Plan?.DueOn.ToText() ?? "",
        DueOn = notice.DueOn.ToText(),
        Status = Words.Of(notice.StateOn(today)) + (notice.IsOverdue(today) ? "（逾期）" : ""),
        IsOverdue = notice.IsOverdue(today),
        ReopenedCount = notice.Round - 1,
        ReportedOn = notice.Report.ReportedOn.ToText(),
        AcceptedOn = notice.AcceptedOn.ToText(),
        LookBackFinding = notice.LookBacks.LastOrDefault()?.Results.Find(result => result.Item == item.Number) is { } found
            ? Words.Of(found.Finding)
            : "",
    };

    public const string Title = "整改台账";

    /// <summary>What of it fits a sheet on its side.</summary>
    public static Document Document(IReadOnlyList<LedgerEntry> entries, DateOnly today)
    {
        var table = new Table(
            Title, new Column("序号", 0.6), new Column("单位", 1.6), new Column("通知书文号", 1.8), new Column("问题", 3.4, CellStyle.Text),
            new Column("整改要求", 2.4, CellStyle.Text), new Column("整改措施", 2.6, CellStyle.Text), new Column("责任人", 1.2),
            new Column("报告期限", 1.5), new Column("状态", 1.4), new Column("回头看结果", 1.2));
        foreach (var (at, entry) in entries.Index())
        {
            table.Row(
                at + 1, entry.DisplayName, entry.Number, entry.Problem, entry.Requirement, entry.Measures,
                entry.ResponsiblePerson, entry.DueOn, entry.Status, entry.LookBackFinding);
        }

        return new Document(Title) { Subtitle = $"截至{today:yyyy年M月d日}", IsForm = true, IsLandscape = true }.Table(table);
    }

    public static Table Table(IReadOnlyList<LedgerEntry> entries)
    {
        var table = new Table(
            "整改台账", new Column("序号", 0.6), new Column("单位", 1.6), new Column("通知书文号", 1.6), new Column("项", 0.5),
            new Column("问题", 3, CellStyle.Text), new Column("类别"), new Column("依据", 1.6), new Column("整改要求", 2.4, CellStyle.Text),
            new Column("整改措施", 2.6, CellStyle.Text), new Column("责任领导"), new Column("责任单位"), new Column("责任人"),
            new Column("计划完成"), new Column("报告期限"), new Column("状态", 1.2), new Column("退回或反弹次数"),
            new Column("报告日期"), new Column("验收日期"), new Column("回头看结果"));
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            table.Row(
                i + 1, entry.DisplayName, entry.Number, entry.Item, entry.Problem, entry.Category, entry.RuleReference,
                entry.Requirement, entry.Measures, entry.ResponsibleLeader, entry.ResponsibleUnit, entry.ResponsiblePerson,
                entry.PlannedDueOn, entry.DueOn, entry.Status, entry.ReopenedCount, entry.ReportedOn, entry.AcceptedOn,
                entry.LookBackFinding);
        }

        return table;
    }
}
