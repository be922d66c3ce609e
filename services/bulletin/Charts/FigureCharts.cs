using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Documents;
using static StudySuite.Bulletin.Indicators.IndicatorDictionary;

namespace StudySuite.Bulletin.Charts;

/// <summary>Charts of some units in a period: how much, how many units, how complete, how far put right.</summary>
internal static class FigureCharts
{
    /// <returns>By their stable keys.</returns>
    public static async Task<List<(string Key, Chart Chart)>> ReadAsync(
        BulletinDbContext db, IReadOnlyCollection<string> units, Period period, CancellationToken cancellationToken)
    {
        string[] keys =
        [
            CollectiveSessions.Key, CollectiveDiscussions.Key, ExpertLectures.Key, FirstTopicStudies.Key,
            SessionsCompleted.Key, ProblemsFound.Key, ProblemsRectified.Key, LookBacksPassed.Key,
        ];
        var sums = await db.Facts.AsNoTracking().In(units, period).Where(fact => keys.Contains(fact.Indicator))
            .GroupBy(fact => new { fact.Day.Year, fact.Day.Month, fact.Indicator })
            .Select(group => new
            {
                group.Key.Year, group.Key.Month, group.Key.Indicator, Value = group.Sum(fact => fact.Value),
                Units = group.Select(fact => fact.Unit).Distinct().Count(),
            })
            .ToListAsync(cancellationToken);
        var names = await IndicatorNames.LoadAsync(db, cancellationToken);
        var months = Months(period).ToList();

        var held = sums.Where(sum => sum.Indicator == CollectiveSessions.Key).ToList();
        return
        [
            ("trend", new Chart(
                "各月学习次数", ChartKind.Line, Labels(),
                Of(CollectiveSessions), Of(CollectiveDiscussions), Of(ExpertLectures), Of(FirstTopicStudies)) { Unit = "次" }),
            ("coverage", new Chart(
                "各月开展集中学习的单位", ChartKind.Bar, Labels(),
                new ChartSeries("开展集中学习", [.. months.Select(Covered)]),
                new ChartSeries("单位总数", [.. months.Select(_ => (double)units.Count)])) { Unit = "个" }),
            ("seven_haves", new Chart(
                "各月“七有”齐全情况", ChartKind.StackedBar, Labels(),
                Of(SessionsCompleted),
                new ChartSeries("尚不齐全", [.. months.Select(month =>
                    Math.Max(0, Value(month, CollectiveSessions) - Value(month, SessionsCompleted)))])) { Unit = "次" }),
            ("rectification", new Chart(
                "问题整改情况", ChartKind.StackedBar, ["发现问题", "其中已整改", "其中回头看通过"],
                new ChartSeries("问题数", [Sum(ProblemsFound), Sum(ProblemsRectified), Sum(LookBacksPassed)])) { Unit = "个" }),
        ];

        List<string> Labels() =>
            [.. months.Select(month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture))];

        ChartSeries Of(Indicator indicator) => new(names.Of(indicator), [.. months.Select(month => Value(month, indicator))]);

        double Value(DateOnly month, Indicator indicator) => sums.Where(sum =>
            sum.Year == month.Year && sum.Month == month.Month && sum.Indicator == indicator.Key).Sum(sum => sum.Value);

        double Covered(DateOnly month) =>
            held.Where(sum => sum.Year == month.Year && sum.Month == month.Month).Sum(sum => sum.Units);

        double Sum(Indicator indicator) => sums.Where(sum => sum.Indicator == indicator.Key).Sum(sum => sum.Value);
    }

    public static IEnumerable<DateOnly> Months(Period period)
    {
        for (var month = new DateOnly(period.Start.Year, period.Start.Month, 1); month <= period.End; month = month.AddMonths(1))
        {
            yield return month;
        }
    }
}
