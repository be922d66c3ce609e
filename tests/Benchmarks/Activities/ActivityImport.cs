using Google.Protobuf;
using StudySuite.Documents;
using StudySuite.Sessions;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Activities;

/// <summary>10,000 talks of a unit from one sheet, each with its audit line, event and search entry.</summary>
internal static class ActivityImport
{
    private const int Rows = 10_000;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Backing backing, TextWriter output)
    {
        await using var host = await ServiceHost<SessionsDbContext>.StartAsync(backing);
        await host.GivenUnitAsync("county", "县委");
        await host.GivenMemberAsync("county", "p-member", "王某");
        var imports = new ActivityImportService.ActivityImportServiceClient(
            host.ChannelAs("p-secretary", "StudySecretary:/county/"));
        var sheet = Sheet();

        foreach (var (what, isDry) in new[] { ("looked through", true), ("taken in", false), ("sent again", false) })
        {
            var taken = await Measure.OnceAsync(() => ImportAsync(isDry));
            Measure.Print(output, $"activity-import on {backing}: 10,000 talks {what}", taken, Allowed);
        }

        async Task ImportAsync(bool isDry)
        {
            var done = await imports.ImportActivitiesAsync(new ImportActivitiesRequest
            {
                Parent = "units/county", File = sheet, DryRun = isDry, RequestId = isDry ? "" : "activity-import",
            });
            if (done.ProblemCount > 0 || done.Applied == isDry || done.RowCount != Rows)
            {
                throw new InvalidOperationException(done.ToString());
            }
        }
    }

    private static ByteString Sheet()
    {
        string[] heads = ["编号", "类别", "题目", "日期", "成员", "团队", "地点", "听众类型", "听众人数", "内容"];
        var table = new Table("学习活动", [.. heads.Select(head => new Column(head))]);
        for (var i = 0; i < Rows; i++)
        {
            table.Row(
                $"talk-{i:d5}", "常态化理论宣讲", $"党的创新理论宣讲第{i}场", "2023-06-01", i % 2 == 0 ? "王某" : "", "百姓宣讲团",
                $"第{i % 170}村文化广场", "群众", i % 300, "用群众听得懂的话讲党的创新理论，联系身边的变化讲发展成就。");
        }

        return ByteString.CopyFrom(table.ToXlsx());
    }
}
