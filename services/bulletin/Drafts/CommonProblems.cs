using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;

namespace StudySuite.Bulletin.Drafts;

/// <summary>Problems of some units in a period by supervision's categories, those of the most units first.</summary>
internal static class CommonProblems
{
    private const int MostExamples = 3;

    public static async Task<List<Group>> ReadAsync(
        BulletinDbContext db, IReadOnlyCollection<string> units, Period period, CancellationToken cancellationToken)
    {
        var found = await (
            from fact in db.Facts.AsNoTracking().In(units, period)
            where fact.Indicator == IndicatorDictionary.ProblemsFound.Key
            join record in db.CountedRecords.AsNoTracking()
                on new { fact.Source, fact.Stream } equals new { record.Source, record.Stream }
            join unit in db.UnitViews.AsNoTracking() on fact.Unit equals unit.Code
            select new Found(fact.Source, record.Category, record.Title, fact.Unit, unit.Name, fact.Day))
            .ToListAsync(cancellationToken);

        return [.. found.GroupBy(one => one.Category.Length > 0 ? one.Category : "其他")
            .Select(group => new Group(
                group.Key, group.Count(), group.DistinctBy(one => one.Unit).Count(),
                // One of each unit before a second of the same.
                [.. group.OrderByDescending(one => one.Day).ThenBy(one => one.Source, StringComparer.Ordinal)
                    .GroupBy(one => one.Unit).SelectMany(own => own.Select((one, at) => (one, at)))
                    .OrderBy(row => row.at).Select(row => row.one).Take(MostExamples)]))
            .OrderByDescending(group => group.UnitCount).ThenByDescending(group => group.Count)
            .ThenBy(group => group.Category, StringComparer.Ordinal)];
    }

    /// <summary>The section 存在问题 as a first draft.</summary>
    public static string Sentences(List<Group> groups, bool isNamed) => groups.Count == 0
        ? "本期巡听旁听和督导检查未发现共性问题。"
        : string.Join('\n', groups.Select((group, at) =>
            $"{at + 1}．{group.Category}。发现问题{group.Count}个，涉及{group.UnitCount}个单位。{Examples(group, isNamed)}"));

    private static string Examples(Group group, bool isNamed)
    {
        var told = group.Examples.Where(one => one.Text.Length > 0)
            .Select(one => $"{(isNamed ? one.UnitName : "有的单位")}{one.Text.TrimEnd('。')}").ToList();
        return told.Count == 0 ? "" : $"如，{string.Join("；", told)}。";
    }

    internal sealed record Found(string Source, string Category, string Text, string Unit, string UnitName, DateOnly Day);

    internal sealed record Group(string Category, int Count, int UnitCount, List<Found> Examples);
}
