using Google.Protobuf;
using StudySuite.Directory;
using StudySuite.Directory.V1;
using StudySuite.Documents;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Rosters;

/// <summary>3,000 members of 200 units from one sheet, every one a new person with a new account.</summary>
internal static class RosterImport
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Backing backing, TextWriter output)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("studysuite-").FullName, "first-login.txt");
        await using var host = await ServiceHost<DirectoryDbContext>.StartAsync(backing, ("Identity:FirstLoginFile", file));
        var roster = new RosterService.RosterServiceClient(host.ChannelAs("admin", "SystemAdmin:/*"));
        await ImportAsync(RosterSheet.Units, Sheet(
            ["单位编码", "单位名称", "单位类别", "级别", "上级编码", "顺序", "联络员"],
            [["county", "县委", "党委", "县级", "", 0, ""],
                .. Enumerable.Range(0, 200).Select(i => (object?[])[$"unit-{i}", $"单位{i}", "党组", "乡科级", "county", i, ""])]));
        var sheet = Sheet(
            ["单位编码", "用户名", "姓名", "职务", "手机", "组内身份", "成员类别", "顺序", "任职日期", "免职日期"],
            Enumerable.Range(0, 3000).Select(i => (object?[])
            [
                $"unit-{i % 200}", $"member{i}", $"成员{i}", "干部", "138****5678", i < 200 ? "组长" : "成员", "正式", i / 200, "2023-01-01", "",
            ]));

        foreach (var (what, isDry) in new[] { ("looked through", true), ("taken in", false), ("sent again", false) })
        {
            var taken = await Measure.OnceAsync(() => ImportAsync(RosterSheet.Members, sheet, isDry));
            Measure.Print(output, $"roster-import on {backing}: 3,000 members {what}", taken, Allowed);
        }

        async Task ImportAsync(RosterSheet kind, ByteString bytes, bool isDry = false)
        {
            var done = await roster.ImportRosterAsync(new ImportRosterRequest { Sheet = kind, File = bytes, DryRun = isDry });
            if (done.Problems.Count > 0)
            {
                throw new InvalidOperationException(done.Problems[0].Message);
            }
        }
    }

    private static ByteString Sheet(string[] heads, IEnumerable<object?[]> rows)
    {
        var table = new Table("表", [.. heads.Select(head => new Column(head))]);
        foreach (var row in rows)
        {
            table.Row(row);
        }

        return ByteString.CopyFrom(table.ToXlsx());
    }
}
