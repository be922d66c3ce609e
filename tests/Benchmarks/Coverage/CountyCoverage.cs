using Microsoft.EntityFrameworkCore;
using StudySuite.Planning;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Coverage;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Coverage;

/// <summary>The county's view of 300 units in December: every plan in force, ten of twelve studies held.</summary>
internal static class CountyCoverage
{
    private const int Units = 300;
    private const int Year = 2023;
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(Backing backing, TextWriter output)
    {
        await using var host = await ServiceHost<PlanningDbContext>.StartAsync(backing);
        await host.GivenUnitAsync("county", "县委");
        await host.GivenUnitsAsync("county", [.. Enumerable.Range(0, Units - 1).Select(i => (Code(i), $"单位{i}"))]);
        await host.WithDbAsync(Fill);
        var coverage = new Planning.V1.CoverageService.CoverageServiceClient(host.Channel("Publicity:/county/*"));
        var request = new GetCountyCoverageRequest { Name = $"units/county/countyCoverage/{Year}" };

        var taken = await Measure.OftenAsync(async () => await coverage.GetCountyCoverageAsync(request));

        Measure.Print(output, $"county-coverage on {backing}: {Units} units, median", taken[taken.Count / 2], Allowed);
        Measure.Print(output, $"county-coverage on {backing}: {Units} units, 95 of 100 within", taken[taken.Count * 95 / 100], Allowed);
    }

    private static Task Fill(PlanningDbContext db)
    {
        var arrangement = new Planning.Arrangements.ThematicArrangement("county", "y", Year);
        arrangement.Write(
            "安排意见", "1号", "",
            [.. Enumerable.Range(1, 4).Select(i => new Planning.Arrangements.ArrangementTopic(
                $"t{i}", Topic(i), [], [], new DateOnly(Year, i, 1), new DateOnly(Year, 12, 31), true, ""))],
            new Scope([], []));
        arrangement.Issue(new DateOnly(Year, 1, 1), [.. Enumerable.Range(0, Units - 1).Select(Code).Prepend("county")]);
        db.Add(arrangement);
        for (var i = 0; i < Units - 1; i++)
        {
            db.Add(PlanOf(Code(i)));
            for (var month = 1; month <= 10; month++)
            {
                var session = new CoveredSession { Session = $"units/{Code(i)}/sessions/s{month}" };
                session.Take(new SessionNews(
                    session.Session, Code(i), Topic(month), $"units/{Code(i)}/plans/{Year}/items/{month:d2}",
                    new DateOnly(Year, month, 15), SessionStep.Held, 5));
                db.Add(session);
            }
        }

        return Task.CompletedTask;
    }

    private static Planning.Plans.AnnualPlan PlanOf(string unit)
    {
        var plan = new Planning.Plans.AnnualPlan(unit, Year);
        plan.Write("年度学习计划", "指导思想", "要求", [.. Enumerable.Range(1, 12).Select(month => new Planning.Plans.PlanItem(
            $"{month:d2}", month, Topic(month), "党的路线方针政策和决议",
            [.. Enumerable.Range(1, 4).Select(i => $"学习资料汇编第{i}册，含原文与辅导读本")], ["张三", "李四", "王五"],
            "党校教师", "形成调研报告一篇，提出工作举措三条", "县委宣传部"))]);
        plan.Submit();
        plan.Approve("leader", "第1次会议", new DateOnly(Year, 1, 10));
        plan.File(new DateOnly(Year, 1, 16), "");
        return plan;
    }

    private static string Topic(int month) => $"第{month}专题：深入学习贯彻党的二十大精神";

    private static string Code(int i) => $"unit-{i:d3}";
}
