using System.Globalization;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Documents;
using Indicator = StudySuite.Bulletin.Indicators.Indicator;

namespace StudySuite.Bulletin.Exports;

/// <summary>Figures as tables and documents.</summary>
internal static class FiguresPaper
{
    /// <summary>Shares that the form shows beside the figures they are made of (DOMAIN §11.15).</summary>
    private static readonly (string Name, Indicator Part, Indicator Whole)[] Shares =
    [
        ("参学率", IndicatorDictionary.PresentPersonTimes, IndicatorDictionary.ExpectedPersonTimes),
        ("补学完成率", IndicatorDictionary.MakeUpsDone, IndicatorDictionary.MakeUpsDue),
        ("七有齐全率", IndicatorDictionary.SessionsCompleted, IndicatorDictionary.CollectiveSessions),
    ];

    /// <summary>
    /// 半年统计表: a row per unit, zeros shown, shares behind, 未报送 in the last column, the totals and the period before.
    /// </summary>
    public static Table TableOf(FigureTable figures)
    {
        var shares = Shares.Where(share =>
            figures.Indicators.Contains(share.Part.Key) && figures.Indicators.Contains(share.Whole.Key)).ToList();
        var table = new Table(
            "统计表",
            [new Column("序号", 0.8), new Column("单位", 3.2, CellStyle.Text),
             .. figures.Indicators.Select((_, at) => new Column(figures.NameOf(at))),
             .. shares.Select(share => new Column(share.Name, 1.2)), new Column("备注", 1.4)])
        { Caption = $"{figures.Start:yyyy年M月d日}至{figures.End:yyyy年M月d日}" };
        foreach (var (at, row) in figures.Rows.Index())
        {
            Add(at + 1, row.UnitName, row.Values, row.IsUnreported ? "未报送" : "");
        }

        Add("", "合计", figures.Totals);
        if (figures.PreviousTotals is { } before)
        {
            Add("", "上期合计", before);
            table.Row(
                ["", "增减", .. figures.Totals.Zip(before, (now, then) => (object?)(now - then)), .. shares.Select(_ => ""), ""]);
        }

        return table;

        void Add(object number, string name, List<int> values, string remark = "") => table.Row(
            [number, name, .. values.Cast<object?>(), .. shares.Select(share => ShareOf(values[At(share.Part)], values[At(share.Whole)])), remark]);

        int At(Indicator indicator) => figures.Indicators.IndexOf(indicator.Key);
    }

    /// <summary>Empty where there is nothing to have a share of.</summary>
    internal static string ShareOf(int part, int whole) => whole == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(100, 100.0 * part / whole):0.#}%");

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
