using System.Globalization;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Notices;

/// <summary>The text of the notice (会议通知, DOMAIN §11.5) from the approved scheme; sections without content are left out.</summary>
internal static class NoticeText
{
    private static readonly string[] Numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"];

    /// <param name="changes">What differs from the first issue; a notice that amends says so before everything else.</param>
    public static string Write(StudySession session, string unitName, DateOnly issuedOn, IReadOnlyList<string> changes)
    {
        var scheme = session.Scheme;
        (string Title, IEnumerable<string> Lines)[] sections =
        [
            ("学习主题", [session.Topic]),
            ("学习形式", [string.Join("、", session.Forms.Select(FormText))]),
            ("时间", [TimeText(scheme)]),
            ("地点", [scheme.Place]),
            ("主持人", [scheme.Chair]),
            ("议程", scheme.Agenda.Select((item, i) => $"{i + 1}. {item.Item}{Details(item)}")),
            ("学习材料", scheme.Materials.Select((material, i) => $"{i + 1}. {material.Title}{Details(material)}")),
            ("会前自学", scheme.ReadingList.Select((text, i) => $"{i + 1}. {text}")),
            ("重点发言", [string.Join("、", scheme.KeynoteSpeakers)]),
            ("有关要求", [scheme.Preparation]),
            ("请假", ["因故不能参加的，请提前向组长请假，并报学习秘书；未参加的须按时补学。"]),
        ];
        var there = sections.Select(section => (section.Title, Lines: section.Lines.Where(line => line.Length > 0).ToList()))
            .Where(section => section.Lines.Count > 0);
        var body = there.Select((section, i) => section.Lines.Count == 1
            ? $"　　{Numbers[i]}、{section.Title}：{section.Lines[0]}"
            : $"　　{Numbers[i]}、{section.Title}\n{string.Join('\n', section.Lines.Select(line => $"　　{line}"))}");

        var amends = changes.Count == 0 ? ""
            : $"\n　　此前通知有以下更正，以本通知为准：\n{string.Join('\n', changes.Select((change, i) => $"　　{i + 1}. {change}"))}";
        var basis = session.PlanItem is null ? "根据工作需要" : "根据年度学习计划安排";

        return $"""
            关于召开{unitName}理论学习中心组学习会的通知

            各位成员：
            　　{basis}，定于{DayText(DayOf(scheme))}召开理论学习中心组学习会，现将有关事项通知如下。{amends}
            {string.Join('\n', body)}

            {unitName}
            {DayText(issuedOn)}
            """;
    }

    public static DateOnly DayOf(Scheme scheme) => DateOnly.FromDateTime(InChina(scheme.StartTime.ToDateTime()));

    private static DateTime InChina(DateTime utc) => utc.AddHours(8);

    public static string TimeText(Scheme scheme)
    {
        var start = InChina(scheme.StartTime.ToDateTime());
        var week = CultureInfo.GetCultureInfo("zh-CN").DateTimeFormat.GetDayName(start.DayOfWeek);
        var until = scheme.EndTime is null ? "" : "至" + ClockText(InChina(scheme.EndTime.ToDateTime()));
        return $"{DayText(DateOnly.FromDateTime(start))}（{week}）{ClockText(start)}{until}";
    }

    private static string ClockText(DateTime time)
    {
        var (half, hour) = time.Hour < 12 ? ("上午", time.Hour) : ("下午", time.Hour == 12 ? 12 : time.Hour - 12);
        return string.Create(CultureInfo.InvariantCulture, $"{half}{hour}:{time.Minute:00}");
    }

    public static string DayText(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string Details(AgendaItem item)
    {
        string[] details = [item.Person, item.Minutes > 0 ? $"{item.Minutes.ToString(CultureInfo.InvariantCulture)}分钟" : ""];
        var text = string.Join("，", details.Where(detail => detail.Length > 0));
        return text.Length == 0 ? "" : $"（{text}）";
    }

    public static string Details(Material material) => material.Kind switch
    {
        MaterialKind.Link => $"（{material.Url}）",
        MaterialKind.TitleOnly => "（现场阅读，不上网）",
        _ => "",
    };

    public static string FormText(SessionForm form) => form switch
    {
        SessionForm.Discussion => "集体研讨",
        SessionForm.Lecture => "专题辅导报告",
        SessionForm.ReadingClass => "读书班",
        SessionForm.LeadReading => "领学",
        SessionForm.Film => "观看专题片",
        SessionForm.CaseStudy => "案例分析",
        SessionForm.SiteVisit => "实地考察",
        SessionForm.Research => "专题调研",
        SessionForm.SpecialReport => "传达报告",
        SessionForm.Quiz => "知识问答",
        _ => "",
    };
}
