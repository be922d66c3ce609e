using System.Diagnostics;
using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Demo.Flows;
using StudySuite.Demo.Year2023;

namespace StudySuite.Demo;

/// <summary>
/// Replays the county's year 2023 through the gateway's public API and nothing else. It may be run again, or after
/// having been cut off: each step looks first at what is there.
/// </summary>
public sealed class Replay(DemoSettings settings, TextWriter output)
{
    /// <summary>Units, people and roles only, for who plays something else with them.</summary>
    public async Task PeopleAsync(CancellationToken cancellationToken)
    {
        using var cast = new Cast(settings);
        await new RosterFlow(cast, settings).RunAsync(cancellationToken);
    }

    /// <returns>True when the annual report has the published figures.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var year = Year.Load();
        using var cast = new Cast(settings);
        var report = new AnnualReportCheck(cast, year);
        var notices = new NoticesFlow(cast);
        var coverage = new CoverageFlow(cast);
        var directory = new DirectoryFlow(cast);
        var bulletins = new BulletinFlow(cast, settings);
        var watch = Stopwatch.StartNew();
        try
        {
            await StepAsync("单位、人员与角色", () => new RosterFlow(cast, settings).RunAsync(cancellationToken));
            await StepAsync("议题征集与年度计划", () => new PlanFlow(cast).RunAsync());
            await StepAsync("第一议题 28 次", () => new FirstTopicFlow(cast, year).RunAsync());
            await StepAsync("学习、辅导、读书班：方案—通知—考勤—记录—七有—归档", () => new SessionFlow(cast, year).RunAsync());
            await StepAsync("六种形式的学习活动", () => new ActivityFlow(cast, year).RunAsync());
            await StepAsync("巡听旁听、整改、回头看", () => new SupervisionFlow(cast, year).RunAsync(cancellationToken));
            await StepAsync("统计汇总", () => report.DifferencesAsync(cancellationToken, "bulletins_issued"));
            await StepAsync("上半年考核：计分、申诉、定稿", () => new AssessmentFlow(cast).RunAsync());
            await StepAsync("消息、提醒板、意见建议箱", () => notices.RunAsync());
            await StepAsync("计划修订与覆盖情况", () => coverage.RunAsync());
            await StepAsync("名册导入导出、副组长代行、从严规则", () => directory.RunAsync());
            await StepAsync("半年自查、好的做法、通报：签批、冻结、印发、签收", bulletins.RunAsync);
        }
        catch (RpcException error)
        {
            await output.WriteLineAsync($"回放中断 / stopped: {error.Status.StatusCode} {error.Reason()} {error.Status.Detail} {error.Violations()}");
            return false;
        }
        catch (SignInFailed error)
        {
            await output.WriteLineAsync($"回放中断 / stopped: {error.Message}");
            return false;
        }

        var differences = await report.DifferencesAsync(cancellationToken);
        await PrintAsync(await report.ReadAsync(), differences, cast.Accounts, watch.Elapsed);
        await new SessionFiles(cast, SessionScript.OfTheYear(year).Single(script => script.ShowsFiles)).PrintAsync(output);
        await notices.PrintAsync(output);
        await coverage.PrintAsync(output);
        await directory.PrintAsync(output);
        await output.WriteLineAsync($"\n通报 / bulletins: {string.Join("  ", bulletins.Files)}");
        await output.WriteLineAsync($"\n{settings.Web}");
        return differences.Count == 0;

        async Task StepAsync(string what, Func<Task> step)
        {
            await output.WriteAsync($"  {what} … ");
            var began = watch.Elapsed;
            await step();
            await output.WriteLineAsync($"{(watch.Elapsed - began).TotalSeconds:0.0} s");
        }
    }

    private async Task PrintAsync(
        Bulletin.V1.AnnualReport report, IReadOnlyList<string> differences, Accounts accounts, TimeSpan took)
    {
        await output.WriteLineAsync($"\n{report.UnitName} {report.Year} 年度报告 / annual report:");
        foreach (var figure in report.Indicators)
        {
            await output.WriteLineAsync($"  {figure.Value,6}  {figure.ZhName}");
        }

        await output.WriteLineAsync(differences.Count == 0
            ? $"与公布数字一致 / equal to the published figures ({took.TotalSeconds:0} s)"
            : $"不一致 / different: {string.Join("; ", differences)}");
        await output.WriteLineAsync($"\n演示账号 / demo accounts ({settings.AccountsFile}):");
        foreach (var (user, password) in accounts.All())
        {
            await output.WriteLineAsync($"  {user,-22} {password}");
        }

    }
}
