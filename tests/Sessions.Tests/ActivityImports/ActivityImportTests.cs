using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Documents;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.ActivityImports;

public class ActivityImportTests
{
    private static readonly string[] Heads =
        ["编号", "类别", "题目", "日期", "成员", "其他人员", "团队", "宣讲团", "地点", "听众类型", "听众人数", "学习场次", "网址"];

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ImportActivities_ManyRows_AreAllThereWithAuditEventsAndSearch()
    {
        const int Rows = 1000;
        await using var county = await County.OpenAsync(Backing);
        var file = Sheet([.. Enumerable.Range(0, Rows).Select(Talk)]);

        var preview = await ImportAsync(county.Secretary, file, dryRun: true);
        Assert.Empty(await county.Host.SentAsync<ActivityRecorded>());
        var done = await ImportAsync(county.Secretary, file, requestId: "import-once-1");
        var again = await ImportAsync(county.Secretary, file, requestId: "import-once-1");

        Assert.Equal((Rows, 0, false), (preview.RowCount, preview.ProblemCount, preview.Applied));
        Assert.Equal((Rows, 0, true), (done.RowCount, done.ProblemCount, done.Applied));
        Assert.Equal(done, again);
        var sent = await county.Host.SentAsync<ActivityRecorded>();
        Assert.Equal(Rows, sent.Select(evt => evt.Activity).Distinct().Count());
        Assert.All(sent, evt => Assert.Equal(("OUTREACH_TALK_REGULAR", false, 1L), (evt.Kind, evt.IsWithdrawn, evt.Version)));
        var audit = await county.Host.ReadAsync(db => db.Set<AuditEntry>().CountAsync(line =>
            line.Action == "ActivityImportService/ImportActivities" && line.Actor == "p-secretary" && line.Outcome == "OK"
            && line.Resource.StartsWith($"{County.Unit}/activities/")));
        Assert.Equal(Rows, audit);
        var found = await county.Wang.Search.SearchRecordsAsync(new() { Parent = County.Unit, Query = "宣讲之七七七" });
        Assert.Single(found.Hits);
    }

    [Fact]
    public async Task ImportActivities_ARow_CanBeReadCorrectedAndWithdrawnAsAnyOther()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        await county.Secretary.Activities.CreateActivityAsync(new()
        {
            Parent = County.Unit, ActivityId = "team-1",
            Activity = new() { Kind = ActivityKind.OutreachTeam, Title = "百姓宣讲团", Team = "百姓宣讲团", HappenedOn = "2023-01-10" },
        });

        var done = await ImportAsync(county.Secretary, Sheet(
            ["talk-1", "常态化理论宣讲", "进乡村", "2023-07-15", "王某", "", "", "百姓宣讲团", "文化广场", "群众", 120, "march", ""]));
        var read = await county.Wang.Activities.GetActivityAsync(new() { Name = $"{County.Unit}/activities/talk-1" });
        var corrected = await county.Secretary.Activities.CorrectActivityAsync(new()
        {
            Activity = new() { Name = read.Name, Etag = read.Etag, Audience = 90 },
            UpdateMask = new() { Paths = { "audience" } },
            Reason = "核对签到",
        });
        await county.Secretary.Activities.WithdrawActivityAsync(new() { Name = read.Name, Reason = "重复" });

        Assert.True(done.Applied);
        Assert.Equal(
            ("people/p-wang", $"{County.Unit}/activities/team-1", 120, County.Session, "1"),
            (read.Person, read.OutreachTeam, read.Audience, read.Session, read.Etag));
        Assert.Equal(AudienceKind.Residents, read.Details.AudienceKind);
        Assert.NotNull(read.CreateTime);
        Assert.Equal((90, "2"), (corrected.Audience, corrected.Etag));
        Assert.Equal([1L, 2, 3], (await county.Host.SentAsync<ActivityRecorded>())
            .Where(evt => evt.Activity == read.Name).Select(evt => evt.Version));
    }

    [Fact]
    public async Task ImportActivities_PlannedAndLinkedRows_AnnounceOnlyWhatWasHeld()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlanItemAsync("12");
        await county.Secretary.ResearchProjects.CreateResearchProjectAsync(new()
        {
            Parent = County.Unit, ResearchProjectId = "grain",
            ResearchProject = new() { Topic = "粮食安全", People = { "people/p-wang" }, Year = 2023 },
        });

        var refused = await ImportAsync(county.Secretary, Links(
            ["talk-1", "小院课堂", "党课", "2024-03-01", "王某", "计划", "99", ""],
            ["report-1", "调研报告", "报告", "2023-06-01", "王某", "计划", "", "水利"]));
        var done = await ImportAsync(county.Secretary, Links(
            ["talk-1", "小院课堂", "党课", "2023-12-30", "王某", "计划", "12", ""],
            ["report-1", "调研报告", "报告", "2023-06-01", "王某", "已开展", "", "粮食安全"]));
        var talk = await county.Wang.Activities.GetActivityAsync(new() { Name = $"{County.Unit}/activities/talk-1" });
        var report = await county.Wang.Activities.GetActivityAsync(new() { Name = $"{County.Unit}/activities/report-1" });

        Assert.Equal(
            ["2 计划项 PLAN_ITEM_UNKNOWN", "3 状态 PLANNED_NOT_FOR_KIND", "3 调研课题 RESEARCH_PROJECT_UNKNOWN"],
            refused.Problems.Select(p => $"{p.Row} {p.Column} {p.Reason}").Order(StringComparer.Ordinal));
        Assert.True(done.Applied);
        Assert.Equal((true, $"{County.Unit}/plans/2023/items/12"), (talk.IsPlanned, talk.PlanItem));
        Assert.Equal((false, $"{County.Unit}/researchProjects/grain"), (report.IsPlanned, report.ResearchProject));
        Assert.Equal([report.Name], (await county.Host.SentAsync<ActivityRecorded>()).Select(evt => evt.Activity));

        static ByteString Links(params object?[][] rows) =>
            Sheet(["编号", "类别", "题目", "日期", "成员", "状态", "计划项", "调研课题"], rows);
    }

    [Fact]
    public async Task ImportActivities_SomeRowsWrong_TellsEachRowInChineseAndTakesInNone()
    {
        await using var county = await County.OpenAsync(Backing);
        await ImportAsync(county.Secretary, Sheet(Talk(0)));

        var refused = await ImportAsync(county.Secretary, Sheet(
            Talk(1),
            ["", "跳舞", "题目", "昨天", "", "", "团队", "", "", "", "", "", ""],
            ["", "心得体会", "心得", "2023-05-01", "路人", "", "", "", "", "", "", "", ""],
            ["", "心得体会", "心得", "2024-05-01", "王某", "", "", "", "", "", "", "none", "ftp://x"],
            ["", "心得体会", "机密★心得", "2023-05-01", "", "", "", "", "", "", "", "", ""],
            Talk(0),
            ["talk-9", "宣讲微视频", "视频", "2023-05-01", "", "", "", "没有的团", "", "", "", "", ""],
            ["talk-9", "宣讲微视频", "视频", "2023-05-01", "", "某人", "", "", "", "", "", "", ""]));

        Assert.Equal(
            [
                "3 日期 SHEET_DATE_INVALID", "3 类别 SHEET_CHOICE_UNKNOWN", "4 成员 MEMBER_NAME_UNKNOWN", "5 学习场次 SESSION_UNKNOWN",
                "5 日期 DATE_IN_FUTURE", "5 网址 URL_INVALID", "6 成员 ACTIVITY_WHO_REQUIRED", "6 题目 SECRET_MARK",
                "7 编号 ACTIVITY_EXISTS", "8 宣讲团 TEAM_UNKNOWN", "9 编号 ACTIVITY_ID_REPEATED",
            ],
            refused.Problems.Select(p => $"{p.Row} {p.Column} {p.Reason}").Order(StringComparer.Ordinal));
        Assert.Equal((11, false), (refused.ProblemCount, refused.Applied));
        Assert.All(refused.Problems, p => Assert.Matches($"^第 {p.Row} 行“{p.Column}”：.*[\u4e00-\u9fff]", p.Message));
        Assert.Single((await county.Secretary.Activities.ListActivitiesAsync(new() { Parent = County.Unit })).Activities);
        Assert.Single(await county.Host.SentAsync<ActivityRecorded>());
    }

    [Fact]
    public async Task ImportActivities_WithoutRoleOrSheet_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);

        var member = await Refusal.OfAsync(county.Wang.ActivityImports.ImportActivitiesAsync(new() { Parent = County.Unit }));
        var none = await Refusal.OfAsync(county.Secretary.ActivityImports.ImportActivitiesAsync(
            new() { Parent = County.Unit, File = ByteString.CopyFromUtf8("a,b") }));
        var template = await county.Publicity.ActivityImports.DownloadActivityTemplateAsync(new() { Parent = County.Unit });
        var empty = await ImportAsync(county.Publicity, template.Data);

        Assert.Equal("ROLE_MISSING", member.Reason);
        Assert.Equal(["file FILE_NOT_XLSX"], none.Violations);
        Assert.Equal((0, 0), (empty.RowCount, empty.ProblemCount));
    }

    private static object?[] Talk(int number) =>
    [
        $"talk-{number:d5}", "常态化理论宣讲", $"宣讲之{Chinese(number)}", "2023-06-01", "", "", "百姓宣讲团", "", "文化广场", "群众",
        number % 300, "", "",
    ];

    private static string Chinese(int number) => string.Concat($"{number}".Select(digit => "零一二三四五六七八九"[digit - '0']));

    private static async Task<ImportActivitiesResponse> ImportAsync(
        Caller caller, ByteString file, bool dryRun = false, string requestId = "") =>
        await caller.ActivityImports.ImportActivitiesAsync(new()
        {
            Parent = County.Unit, File = file, DryRun = dryRun, RequestId = requestId,
        });

    private static ByteString Sheet(params object?[][] rows) => Sheet(Heads, rows);

    private static ByteString Sheet(string[] heads, object?[][] rows) => ByteString.CopyFrom(rows.Aggregate(
        new Table("学习活动", [.. heads.Select(head => new Column(head))]), (table, row) => table.Row(row)).ToXlsx());
}

[Trait("Needs", "Servers")]
public sealed class ActivityImportOnServersTests : ActivityImportTests
{
    protected override Backing Backing => Backing.Servers;
}
