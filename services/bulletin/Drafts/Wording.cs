using System.Globalization;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using static StudySuite.Bulletin.Indicators.IndicatorDictionary;

namespace StudySuite.Bulletin.Drafts;

/// <summary>Sentences that the service writes by itself, to be edited by people.</summary>
internal static class Wording
{
    public static string Title(int year, int half, Period period, string level) =>
        $"关于{Of(year, half, period)}{Place(level)}党委（党组）理论学习中心组学习情况的通报";

    /// <summary>总体情况 from the figures of the issuer's subtree; no unit is named.</summary>
    public static string Overview(int year, int half, Period period, string level, int units, Figures figures)
    {
        var expected = figures.Total(ExpectedPersonTimes.Key);
        var present = figures.Total(PresentPersonTimes.Key);
        var rate = expected == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"，参学率{100m * present / expected:0.#}%");
        return $"{Of(year, half, period)}，{Place(level)}{units}个党委（党组）理论学习中心组共开展"
            + $"集中学习{Sum(CollectiveSessions)}次、集体学习研讨{Sum(CollectiveDiscussions)}次，"
            + $"举办专题辅导报告会{Sum(ExpertLectures)}场、读书班{Sum(ReadingClasses)}期，"
            + $"开展第一议题学习{Sum(FirstTopicStudies)}次。"
            + $"应到{expected}人次，实到{present}人次{rate}；"
            + $"应补学{Sum(MakeUpsDue)}人次，完成补学{Sum(MakeUpsDone)}人次；研讨发言{Sum(Speeches)}人次。"
            + $"形成心得体会{Sum(Reflections)}篇、调研报告和理论文章{Sum(ResearchReportsAndArticles)}篇，"
            + $"刊发理论文章、报道{Sum(TheoryArticlesPublished)}篇。"
            + $"巡听旁听单位{Sum(UnitsObserved)}个，发现问题{Sum(ProblemsFound)}个，已整改{Sum(ProblemsRectified)}个。";

        int Sum(Indicator indicator) => figures.Total(indicator.Key);
    }

    public static string Of(int year, int half, Period period) => (year, half) switch
    {
        (0, _) => string.Create(
            CultureInfo.InvariantCulture, $"{period.Start:yyyy年M月d日}至{period.End:yyyy年M月d日}"),
        (_, 1) => $"{year}年上半年",
        (_, 2) => $"{year}年下半年",
        _ => $"{year}年",
    };

    public static string Place(string level) => level.ToUpperInvariant() switch
    {
        "PROVINCE" => "全省",
        "CITY" => "全市",
        "COUNTY" => "全县",
        _ => "",
    };
}
