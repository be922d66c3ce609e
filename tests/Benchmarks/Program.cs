using System.Data.Common;
using StudySuite.Benchmarks.Activities;
using StudySuite.Benchmarks.Coverage;
using StudySuite.Benchmarks.Deliveries;
using StudySuite.Benchmarks.Doors;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Provinces;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Rolls;
using StudySuite.Benchmarks.Rosters;
using StudySuite.Benchmarks.Statistics;
using StudySuite.Benchmarks.Starts;
using StudySuite.Benchmarks.Suites;
using StudySuite.Benchmarks.Uploads;
using StudySuite.Testing;
using StudySuite.Testing.Servers;

// dotnet run -c Release --project tests/Benchmarks [-- [--quick] NAME...]: the lines of the budget, or single pieces of work.
var lines = new Dictionary<string, Func<Stage, Report, Task>>
{
    ["rolls"] = RollMarking.RunAsync,
    ["gateway"] = GatewayCost.RunAsync,
    ["events"] = EventDelay.RunAsync,
    ["files"] = LargeFiles.RunAsync,
    ["statistics"] = HalfYearStatistics.RunAsync,
    ["start"] = StartTime.RunAsync,
    ["growth"] = Growth.RunAsync,
};
var works = new Dictionary<string, Func<Backing, TextWriter, Task>>
{
    ["roster-import"] = RosterImport.RunAsync,
    ["county-coverage"] = CountyCoverage.RunAsync,
    ["activity-import"] = ActivityImport.RunAsync,
    ["half-year-statistics"] = HalfYearStatistics.RunAsync,
};
Pace.IsQuick = args is ["--quick", ..];
string[] names = args.Length > (Pace.IsQuick ? 1 : 0) ? args[(Pace.IsQuick ? 1 : 0)..] : [.. lines.Keys];
if (names.FirstOrDefault(name => !lines.ContainsKey(name) && !works.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"{unknown} is none of {string.Join(", ", lines.Keys.Concat(works.Keys))}");
    return 1;
}

var status = 0;
// Servers that are started here keep their promises as in production; those that are lent say how they are set.
PostgresServer.IsDurable = true;
foreach (var name in names.Where(works.ContainsKey))
{
    foreach (var backing in Enum.GetValues<Backing>())
    {
        await works[name](backing, Console.Out);
    }
}

if (names.Any(lines.ContainsKey))
{
    var report = new Report(await Machine.DescribeAsync(await Postgres.CreateDatabaseAsync("machine")), Console.Out);
    await using var stage = new Stage();
    foreach (var name in names.Where(lines.ContainsKey))
    {
        report.Begin(name);
        try
        {
            await lines[name](stage, report);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException or HttpRequestException or DbException)
        {
            // The other lines are worth having all the same.
            report.Note($"NOT MEASURED: {error.Message}");
            status = 1;
        }
    }

    var folder = Path.Combine(Programs.Root, "artifacts", "bench");
    Console.WriteLine($"\n{report.Write(folder)}\nwritten to {Path.GetRelativePath(Programs.Root, folder)}/bench.md and bench.json");
}

return status;
