using StudySuite.Bulletin.Statistics;
using StudySuite.Documents;

namespace StudySuite.Bulletin.Exports;

/// <summary>Figures as tables and documents.</summary>
internal static class FiguresPaper
{
    /// <summary>半年统计表: a row per unit, zeros shown, 未报送 in the last column, the totals and the period before.</summary>
    public static Table TableOf(FigureTable figures)
    {
        var table = new Table(
            "统计表",
            [new Column("序号", 0.8), new Column("单位", 3.2, CellStyle.Text),
             .. figures.Indicators.Select((_, at) => new Column(figures.NameOf(at))), new Column("备注", 1.4)])
        { Caption = $"{figures.Start:yyyy年M月d日}至{figures.End:yyyy年M月d日}" };
        foreach (var (at, row) in figures.Rows.Index())
        {
            table.Row([at + 1, row.UnitName, .. row.Values.Cast<object?>(), row.IsUnreported ? "未报送" : ""]);
        }

        table.Row(["", "合计", .. figures.Totals.Cast<object?>(), ""]);
        if (figures.PreviousTotals is { } before)
        {
            table.Row(["", "上期合计", .. before.Cast<object?>(), ""]);
            table.Row(["", "增减", .. figures.Totals.Zip(before, (now, then) => (object?)(now - then)), ""]);
        }

        return table;
    }

    public static Document DocumentOf(FigureTable figures, string unit) =>
        new Document($"{unit}理论学习中心组学习情况统计表") { IsLandscape = true, IsForm = true }
            .Table(TableOf(figures));

    public static Table TableOf(V1.AnnualReport report) => report.Indicators.Index().Aggregate(
        new Table("年度报告", new Column("序号"), new Column("指标", 5, CellStyle.Text), new Column("数量", 2)),
        (table, figure) => table.Row(figure.Index + 1, figure.Item.ZhName, figure.Item.Value));

    public static Document DocumentOf(V1.AnnualReport report, IEnumerable<Chart> charts)
    {
        var document = new Document($"{report.UnitName}{report.Year}年度\n理论学习中心组学习情况报告")
            .Heading(1, "主要数据").Table(TableOf(report)).Heading(1, "情况图示");
        foreach (var chart in charts)
        {
            document.Chart(chart);
        }

        return document;
    }
}
