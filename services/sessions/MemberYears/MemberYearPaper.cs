using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Documents;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.Printing;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MemberYears;

/// <summary>个人年度学习情况, for the member's own file.</summary>
internal static class MemberYearPaper
{
    public static Document Write(MemberYear page, string year)
    {
        var document = new Document($"{year}年度个人学习情况")
        {
            Subtitle = $"{page.UnitName}　{page.PersonName}", IsForm = true,
        };
        if (page.Expectations.Count > 0)
        {
            document.Heading(1, "年度学习要求").Table(Expectations(page));
        }

        document.Heading(1, "参加集中学习").Table(Sessions(page));
        document.Heading(1, "学习活动").Table(Activities(page));
        if (page.ResearchProjects.Count > 0)
        {
            document.Heading(1, "调研课题").Table(Projects(page));
        }

        return document;
    }

    private static Table Expectations(MemberYear page) => page.Expectations.Aggregate(
        new Table("年度学习要求", new Column("要求", 4), new Column("应完成"), new Column("已完成"), new Column("情况", 2), new Column("依据", 5)),
        (table, e) => table.Row(
            e.Meaning, Text(e, e.Expected), Text(e, e.Done),
            e.IsMet ? "已达到" : e.IsAdvice ? "提醒" : $"尚需完成（{e.DueOn}前）", $"{e.Basis}（{e.Rulebook}）"));

    private static Table Sessions(MemberYear page) => page.Sessions.Aggregate(
        new Table("参加集中学习", new Column("日期", 2), new Column("主题", 6), new Column("出席"), new Column("发言次数")),
        (table, session) => table.Row(session.HeldOn, session.Topic, SignInSheet.StatusText(session.Status), session.Speeches));

    private static Table Activities(MemberYear page) => page.Activities.Aggregate(
        new Table("学习活动", new Column("日期", 2), new Column("类别", 2), new Column("题目", 6), new Column("地点或刊发处", 3)),
        (table, activity) => table.Row(
            activity.HappenedOn, KindText(activity.Kind), activity.Title, activity.Place.Length > 0 ? activity.Place : activity.Outlet));

    private static Table Projects(MemberYear page) => page.ResearchProjects.Aggregate(
        new Table("调研课题", new Column("课题", 5), new Column("调研点", 3), new Column("成果转化", 5)),
        (table, project) => table.Row(project.Topic, project.Base, string.Join(
            "；", project.Conversions.Select(c => $"{c.AdoptedOn} {(c.Document.Length > 0 ? c.Document : c.Meeting)}"))));

    private static string KindText(ActivityKind kind) => ErrorTexts.Sentence(
        "sessions", ActivityKinds.All.First(entry => entry.Kind == kind).Title, [], CultureInfo.GetCultureInfo("zh"));

    private static string Text(MemberExpectation expectation, int value) => string.Create(
        CultureInfo.InvariantCulture, $"{value}{(expectation.IsAdvice ? "%" : "")}");
}
