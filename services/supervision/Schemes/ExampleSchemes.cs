using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Schemes;

/// <summary>
/// The two published deduction tables (DOMAIN §9.1, §9.2), to be copied and changed. They are other places' tables:
/// none of their numbers is a rule here.
/// </summary>
internal static class ExampleSchemes
{
    public static IReadOnlyDictionary<string, SchemeContent> All { get; } = new Dictionary<string, SchemeContent>
    {
        ["ezhou-2019"] = new(
            "区（开发区）理论学习中心组学习考核（示例：鄂州2019）", 2019, [],
            [
                new SchemeItem("study_measures", "执行《党委（党组）理论学习中心组学习办法》", 4,
                [
                    Deduct("plan", "年初未制定并上报学习计划", 1, cap: 1, ScoreIndicator.PlanNotFiled),
                    Deduct(
                        "frequency", "每月集中学习少于1次、每季度集体研讨少于1次，每缺一次", 0.5m, cap: null,
                        ScoreIndicator.SessionsMissingByMonth, ScoreIndicator.DiscussionsMissingByQuarter),
                    Deduct("required_content", "未及时跟进学习上级讲话和决策部署，每少一项", 0.5m),
                    Deduct("publicity_regulations", "未学习宣传工作条例", 1, cap: 1),
                    Deduct("books", "重点理论读物未做到干部人手一册", 0.5m, cap: 1) with { PointsMax = 1 },
                    Deduct(
                        "reports", "未落实“一学一报”和半年报告制度", 1, cap: 1, ScoreIndicator.SessionsWithoutRecord),
                    Deduct("included", "学习情况未纳入党委年度报告、民主生活会报告、党建考核、目标责任考核、意识形态考核，每缺一项", 1, cap: 5),
                ]),
            ],
            "鄂州市2019年公开的考核细则，理论武装10分中的第4项（4分）"),
        ["luliang-2015"] = new(
            "理论学习考核（示例：吕梁学院2015）", 2015, [],
            [
                new SchemeItem("group_study", "中心组学习", 8,
                [
                    Deduct("group_sessions", "每缺一次学习", 0.5m, cap: null, ScoreIndicator.SessionsMissingByMonth) with { CheckWay = Way },
                    Deduct("group_items", "每缺一项要求", 0.5m) with { CheckWay = Way },
                ]),
                new SchemeItem("staff_study", "教职工理论学习", 7,
                [
                    Deduct("staff_sessions", "每缺一次学习", 0.5m) with { CheckWay = Way },
                    Deduct("staff_items", "每缺一项要求", 0.5m) with { CheckWay = Way },
                ]),
            ],
            "吕梁学院2015年公开的考核表，理论学习15分"),
    };

    private const string Way = "听汇报、查记录、看笔记";

    private static SchemeLine Deduct(
        string key, string title, decimal points, decimal? cap = null, params ScoreIndicator[] indicators) =>
        new(key, title, ScoreMethod.Deduct, points, null, cap, [.. indicators], "");
}
