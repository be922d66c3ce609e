using System.Diagnostics;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using StudySuite.Directory.V1;
using StudySuite.Documents;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.Rosters;

public class RosterImportTests(DirectoryHost directory, ITestOutputHelper output) : IClassFixture<DirectoryHost>
{
    private static readonly string[] UnitHeads = ["单位编码", "单位名称", "单位类别", "级别", "上级编码", "顺序", "联络员"];
    private static readonly string[] MemberHeads =
        ["单位编码", "用户名", "姓名", "职务", "手机", "组内身份", "成员类别", "顺序", "任职日期", "免职日期"];

    private RosterService.RosterServiceClient Roster => new(directory.SystemAdmin);

    [Fact]
    public async Task ImportRoster_UnitsInAnyOrder_AreAllTakenInOnce()
    {
        var sheet = Sheet(UnitHeads,
            ["im-centre", "中心", "事业单位", "乡科级", "im-bureau", 2, ""],
            ["im-bureau", "某局", "党组", "乡科级", "xinxiang", 1, "李四 0373-1"]);
        var preview = await ImportAsync(RosterSheet.Units, sheet, dryRun: true);
        Assert.Equal((2, 2, 0, false), (preview.RowCount, preview.CreateCount, preview.Problems.Count, preview.Applied));
        var done = await ImportAsync(RosterSheet.Units, sheet);
        Assert.Equal((preview.CreateCount, true), (done.CreateCount, done.Applied));
        var again = await ImportAsync(RosterSheet.Units, sheet);
        Assert.Equal((0, 0, 2), (again.CreateCount, again.UpdateCount, again.UnchangedCount));

        var unit = await new UnitService.UnitServiceClient(directory.SystemAdmin).GetUnitAsync(new GetUnitRequest { Name = "units/im-centre" });
        Assert.Equal(("/xinxiang/im-bureau/im-centre/", UnitKind.PublicInstitution), (unit.Path, unit.Kind));
        var exported = (await Roster.ExportRosterAsync(new ExportRosterRequest { Sheet = RosterSheet.Units })).Data;
        var back = await ImportAsync(RosterSheet.Units, exported);
        Assert.Equal((back.RowCount, 0), (back.UnchangedCount, back.Problems.Count));
    }

    [Fact]
    public async Task ImportRoster_AnyRowWrong_TakesInNothingAndTellsRowAndColumn()
    {
        var response = await ImportAsync(RosterSheet.Members, Sheet(MemberHeads,
            ["xinxiang-weijian", "im-good", "张三", "", "", "成员", "正式", 1, "2023-01-01", ""],
            ["im-nowhere", "im-lost", "李四", "", "", "成员", "正式", 1, "2023-01-01", ""],
            ["xinxiang-weijian", "Im Bad", "王五", "", "13812345678", "厨师", "正式", 1, "昨天", ""],
            ["xinxiang-weijian", "im-l1", "甲", "", "", "组长", "正式", 1, "2023-01-01", ""],
            ["xinxiang-weijian", "im-l2", "乙", "", "", "组长", "正式", 1, "2023-06-01", ""],
            ["xinxiang-weijian", "im-good", "张三", "", "", "副组长", "正式", 1, "2023-02-01", ""]));

        Assert.False(response.Applied);
        Assert.Equal(
            [(3, "单位编码", "UNIT_UNKNOWN"), (4, "组内身份", "SHEET_CHOICE_UNKNOWN"), (4, "任职日期", "SHEET_DATE_INVALID"),
                (6, "组内身份", "LEADER_EXISTS"), (7, "用户名", "MEMBER_EXISTS")],
            response.Problems.Select(problem => (problem.Row, problem.Column, problem.Reason)));
        Assert.StartsWith("第 3 行“单位编码”：", response.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, await directory.Service.ReadAsync(db => db.People.CountAsync(person => person.UserName.StartsWith("im-"))));
        await Refusal.AssertAsync("FILE_NOT_XLSX", Roster.ImportRosterAsync(new ImportRosterRequest { Sheet = RosterSheet.Members, File = ByteString.CopyFromUtf8("a,b") }));
        var part = new RosterService.RosterServiceClient(directory.As("p-part", "SystemAdmin:/xinxiang/xinxiang-kegong/*"));
        var foreign = await part.ImportRosterAsync(new ImportRosterRequest
        {
            Sheet = RosterSheet.Members, DryRun = true,
            File = Sheet(MemberHeads, ["xinxiang-weijian", "im-x", "张三", "", "", "成员", "正式", 1, "2023-01-01", ""]),
        });
        Assert.Equal("UNIT_UNKNOWN", foreign.Problems.Single().Reason);
    }

    [Fact]
    public async Task ImportRoster_ThreeThousandMembers_EqualThePreviewAndRepeatNothing()
    {
        var units = Enumerable.Range(0, 200).Select(i => (object?[])[$"big-{i}", $"单位{i}", "党组", "乡科级", "xinxiang", i, ""]).ToArray();
        Assert.Equal(200, (await ImportAsync(RosterSheet.Units, Sheet(UnitHeads, units))).CreateCount);
        var rows = Enumerable.Range(0, 3000).Select(i => (object?[])
            [$"big-{i % 200}", $"big.m{i}", $"成员{i}", "干部", "138****5678", i < 200 ? "组长" : "成员", "正式", i / 200, "2023-01-01", ""]).ToArray();
        var sheet = Sheet(MemberHeads, rows);

        var preview = await ImportAsync(RosterSheet.Members, sheet, dryRun: true);
        var (since, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var done = await ImportAsync(RosterSheet.Members, sheet);
        output.WriteLine($"MEASURE 3,000 members imported in {Stopwatch.GetElapsedTime(since).TotalSeconds:f1} s, "
            + $"{(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:f1} s of the processor");
        var again = await ImportAsync(RosterSheet.Members, sheet);

        Assert.Equal((3000, 3000, 0), (preview.CreateCount, preview.NewPersonCount, preview.NewAccounts.Count));
        Assert.Equal((3000, 3000, 3000, true), (done.CreateCount, done.NewPersonCount, done.NewAccounts.Count, done.Applied));
        Assert.Equal((0, 0, 3000), (again.CreateCount, again.UpdateCount, again.UnchangedCount));
        Assert.Equal(3000, (await directory.Service.SentAsync<MembershipChanged>()).Count(evt => evt.Unit.StartsWith("big-", StringComparison.Ordinal)));

        var back = await ImportAsync(RosterSheet.Members, (await Roster.ExportRosterAsync(new ExportRosterRequest { Sheet = RosterSheet.Members })).Data);
        Assert.Equal((back.RowCount, 0), (back.UnchangedCount, back.Problems.Count));
        var ended = (object?[])[.. rows[0][..9], "2023-12-01"];
        var end = await ImportAsync(RosterSheet.Members, Sheet(MemberHeads, ended));
        Assert.Equal((0, 1), (end.CreateCount, end.UpdateCount));
    }

    [Fact]
    public async Task DownloadRosterTemplate_FilledIn_CanBeRead()
    {
        var template = (await Roster.DownloadRosterTemplateAsync(new DownloadRosterTemplateRequest { Sheet = RosterSheet.Members })).Data;
        Assert.Equal((0, 0), ((await ImportAsync(RosterSheet.Members, template)).RowCount, (await ImportAsync(RosterSheet.Members, template)).Problems.Count));
        await Refusal.AssertAsync("FIELD_REQUIRED", Roster.DownloadRosterTemplateAsync(new DownloadRosterTemplateRequest()));
    }

    private async Task<ImportRosterResponse> ImportAsync(RosterSheet sheet, ByteString file, bool dryRun = false) =>
        await Roster.ImportRosterAsync(new ImportRosterRequest { Sheet = sheet, File = file, DryRun = dryRun });

    private static ByteString Sheet(string[] heads, params object?[][] rows)
    {
        var table = new Table("表", [.. heads.Select(head => new Column(head))]);
        foreach (var row in rows)
        {
            table.Row(row);
        }

        return ByteString.CopyFrom(table.ToXlsx());
    }
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class RosterImportOnServersTests(DirectoryOnServers servers, ITestOutputHelper output)
    : RosterImportTests(servers.Directory, output), IClassFixture<DirectoryOnServers>;
