using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Documents;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ActivityImports;

/// <summary>Activities as an Excel sheet, and the words that stand in its cells.</summary>
internal static class ActivitySheet
{
    public const string Id = "编号", Kind = "类别", Title = "题目", Day = "日期", Member = "成员", Other = "其他人员", Team = "团队";
    public const string Outreach = "宣讲团", Place = "地点", Listeners = "听众类型", Audience = "听众人数", Outlet = "刊发媒体";
    public const string Url = "网址", Topic = "主题", Session = "学习场次", Text = "内容";
    public const string State = "状态", Planned = "计划", Held = "已开展", PlanItem = "计划项", Project = "调研课题";

    private static readonly Dictionary<string, ActivityKind> Kinds = ActivityKinds.All.ToDictionary(
        entry => ErrorTexts.Sentence("sessions", entry.Title, [], CultureInfo.GetCultureInfo("zh")), entry => entry.Kind);

    private static readonly Dictionary<string, AudienceKind> Audiences = new()
    {
        ["党员干部"] = AudienceKind.Officials, ["基层党员"] = AudienceKind.PartyMembers, ["群众"] = AudienceKind.Residents,
        ["青年学生"] = AudienceKind.Students, ["企业职工"] = AudienceKind.Workers, ["其他"] = AudienceKind.Other,
    };

    /// <summary>Column of each field of the contract, to say where something is wrong.</summary>
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["kind"] = Kind, ["title"] = Title, ["happened_on"] = Day, ["person"] = Member, ["person_name"] = Other, ["team"] = Team,
        ["outreach_team"] = Outreach, ["place"] = Place, ["audience"] = Audience, ["outlet"] = Outlet, ["url"] = Url,
        ["topic"] = Topic, ["session"] = Session, ["text"] = Text, ["is_planned"] = State, ["plan_item"] = PlanItem,
        ["research_project"] = Project,
    };

    public static readonly SheetTemplate Template = new(
        "学习活动",
        new(Id) { MaxLength = 60, Note = "自定编号，小写字母、数字、横线；可留空" },
        new(Kind, IsRequired: true) { Choices = [.. Kinds.Keys], Example = "常态化理论宣讲" },
        new(Title, IsRequired: true) { Example = "党的创新理论进乡村" },
        new(Day, SheetKind.Date, IsRequired: true) { Example = "2023-07-15" },
        new(Member) { MaxLength = 100, Example = "张三", Note = "中心组成员姓名" },
        new(Other) { MaxLength = 100, Note = "中心组以外的人员" },
        new(Team) { Example = "百姓宣讲团", Note = "成员、其他人员、团队、宣讲团至少填一项" },
        new(Outreach) { Note = "已登记的宣讲团的编号或名称" },
        new(Place) { Example = "古固寨镇文化广场" },
        new(Listeners) { Choices = [.. Audiences.Keys], Example = "群众" },
        new(Audience, SheetKind.Whole) { Example = "120" },
        new(Outlet) { Example = "云上新乡县" },
        new(Url) { MaxLength = 1000, Example = "https://www.example.gov.cn/1.html" },
        new(Topic) { MaxLength = 300 },
        new(Session) { MaxLength = 64, Note = "本单位学习场次的编号" },
        new(State) { Choices = [Held, Planned], Note = "留空即已开展；宣讲、讲党课等可先列计划，开展后再确认" },
        new(PlanItem) { MaxLength = 64, Note = "当年年度计划中该项的编号" },
        new(Project) { Note = "已登记的调研课题的编号或题目" },
        new(Text) { MaxLength = 20_000 })
    {
        MaxRows = 10_000, MaxBytes = 3 * 1024 * 1024,
    };

    public static V1.Activity ToActivity(SheetRow row, string unit, string person, string team, string project) => new()
    {
        Kind = Kinds.GetValueOrDefault(row.Text(Kind)),
        Title = row.Text(Title),
        HappenedOn = row.Date(Day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Person = person.Length == 0 ? "" : $"people/{person}",
        PersonName = row.Text(Other),
        Team = row.Text(Team),
        OutreachTeam = team.Length == 0 ? "" : $"units/{unit}/activities/{team}",
        Place = row.Text(Place),
        Audience = row.Whole(Audience) ?? 0,
        Outlet = row.Text(Outlet),
        Url = row.Text(Url),
        Topic = row.Text(Topic),
        Session = row.Text(Session).Length == 0 ? "" : $"units/{unit}/sessions/{row.Text(Session)}",
        Text = row.Text(Text),
        IsPlanned = row.Text(State) == Planned,
        PlanItem = row.Text(PlanItem).Length == 0 ? "" : $"units/{unit}/plans/{row.Date(Day)?.Year ?? 0:d4}/items/{row.Text(PlanItem)}",
        ResearchProject = project.Length == 0 ? "" : $"units/{unit}/researchProjects/{project}",
        Details = new ActivityDetails { AudienceKind = Audiences.GetValueOrDefault(row.Text(Listeners)) },
    };

    public static string FieldOf(SheetRow row) => $"rows[{row.Number.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>A violation of <c>rows[7].title</c> as a problem of row 7, column 题目.</summary>
    public static SheetProblem ToProblem(Violation violation)
    {
        var end = violation.Field.IndexOf(']', StringComparison.Ordinal);
        return new SheetProblem(
            int.Parse(violation.Field.AsSpan(5, end - 5), CultureInfo.InvariantCulture),
            Columns.GetValueOrDefault(violation.Field[(end + 2)..], Title), violation.Reason, violation.Metadata);
    }
}
