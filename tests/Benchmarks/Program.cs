using StudySuite.Benchmarks.Activities;
using StudySuite.Benchmarks.Coverage;
using StudySuite.Benchmarks.Rosters;
using StudySuite.Benchmarks.Statistics;
using StudySuite.Testing;

// dotnet run -c Release --project tests/Benchmarks [-- NAME...]: prints what each takes, and as a share of what it may take.
var benchmarks = new Dictionary<string, Func<Backing, TextWriter, Task>>
{
    ["roster-import"] = RosterImport.RunAsync,
    ["county-coverage"] = CountyCoverage.RunAsync,
    ["activity-import"] = ActivityImport.RunAsync,
    ["half-year-statistics"] = HalfYearStatistics.RunAsync,
};
foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        await Console.Error.WriteLineAsync($"{name} is none of {string.Join(", ", benchmarks.Keys)}");
        return 1;
    }

    foreach (var backing in Enum.GetValues<Backing>())
    {
        await run(backing, Console.Out);
    }
}

return 0;
