using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin;
using StudySuite.Bulletin.Indicators;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Suites;
using StudySuite.Bulletin.V1;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Statistics;

/// <summary>
/// A half-year's statistics of 300 units with 200 facts each a year: the call through gRPC against the best SQL on the
/// same facts, with one year and with ten years kept.
/// </summary>
internal static class HalfYearStatistics
{
    private const int Units = 300, FactsAYear = 200, LastYear = 2023;
    private const int TurnsARound = 20;
    private const double Budget = 1.5;

    public static async Task RunAsync(Backing backing, TextWriter output)
    {
        var byYears = new List<TimeSpan>();
        foreach (var years in new[] { 1, 10 })
        {
            await using var host = await ServiceHost<BulletinDbContext>.StartAsync(backing);
            await FillAsync(host, Units, years);
            var (calls, queries) = await MeasureAsync(host, Pace.Rounds);
            var (call, sql) = (Median(calls), Median(queries));
            byYears.Add(call);
            Measure.Print(
                output, $"statistics on {backing}: {Units} units, {years} years, call; best SQL {sql.TotalMilliseconds:f1} ms",
                call, sql * Budget);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  call / best SQL = {call / sql:f2} (at most {Budget:f1})"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  10 years / 1 year = {byYears[1] / byYears[0]:f2} (independent of the years kept: about 1)"));
    }

    /// <summary>The line of the budget: more and fewer units and years, and the bulletin that is made of the same figures.</summary>
    public static async Task RunAsync(Stage stage, Report report)
    {
        await stage.ClearAsync();
        foreach (var units in Pace.IsQuick ? [20] : new[] { 20, 100, Units })
        {
            var byYears = new List<List<double>>();
            foreach (var years in units == Units || Pace.IsQuick ? [1, 10] : new[] { 10 })
            {
                await using var host = await ServiceHost<BulletinDbContext>.StartAsync(Backing.Servers);
                await FillAsync(host, units, years);
                var (calls, queries) = await MeasureAsync(host, Pace.Rounds);
                byYears.Add(InMilliseconds(calls));
                report.Add(new Row(
                    $"half-year statistics of {units} units, {years} years kept; best SQL", "ms",
                    InMilliseconds(calls), InMilliseconds(queries), "≤ 1.5 ×"));
                if (units == Units || Pace.IsQuick)
                {
                    var documents = await DocumentsAsync(host);
                    report.Add(new Row(
                        $"bulletin as DOCX, {units} units, {years} years kept; best SQL", "ms", documents, InMilliseconds(queries)));
                }
            }

            if (byYears.Count == 2)
            {
                report.Add(new Row($"{units} units: 10 years kept; 1 year kept", "ms", byYears[1], byYears[0], "about 1 ×"));
            }
        }
    }

    /// <summary>Medians of rounds, in each of which the two take turns, so that both meet the same machine.</summary>
    private static async Task<(List<TimeSpan> Calls, List<TimeSpan> Queries)> MeasureAsync(
        ServiceHost<BulletinDbContext> host, int rounds)
    {
        var statistics = new StatisticsService.StatisticsServiceClient(host.Channel("Publicity:/county/*"));
        var request = new GetStatisticsRequest
        {
            Name = "units/county/statistics", StartDate = $"{LastYear}-01-01", EndDate = $"{LastYear}-06-30", Subtree = true,
        };
        var (calls, queries) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = -1; round < rounds; round++)
        {
            var (ofCalls, ofQueries) = (new List<TimeSpan>(), new List<TimeSpan>());
            for (var turn = 0; turn < TurnsARound; turn++)
            {
                long counted = 0, summed = 0;
                ofCalls.Add(await Measure.OnceAsync(async () =>
                    counted = (await statistics.GetStatisticsAsync(request)).Rows.Sum(row => row.Values.Sum(value => (long)value))));
                ofQueries.Add(await Measure.OnceAsync(async () => summed = await host.ReadAsync(QueryAsync)));
                if (counted != summed)
                {
                    throw new InvalidOperationException($"The call counts {counted}, the SQL {summed}.");
                }
            }

            if (round >= 0)
            {
                calls.Add(Median(ofCalls));
                queries.Add(Median(ofQueries));
            }
        }

        return (calls, queries);
    }

    private static async Task<List<double>> DocumentsAsync(ServiceHost<BulletinDbContext> host)
    {
        var draft = await new BulletinService.BulletinServiceClient(host.Channel("Publicity:/county/*")).CreateBulletinAsync(
            new CreateBulletinRequest
            {
                Parent = "units/county",
                BulletinId = "half-year",
                Bulletin = new Bulletin.V1.Bulletin
                {
                    Year = LastYear, Half = 1, NumberPrefix = "新宣通", Overview = "总体情况", Practices = "好的做法",
                    Problems = "存在问题", Requirements = "下一步要求",
                },
            });
        var exports = new ExportService.ExportServiceClient(host.Channel("Publicity:/county/*"));
        var taken = new List<double>();
        for (var round = -2; round < Pace.Rounds; round++)
        {
            var once = await Measure.OnceAsync(async () =>
                await exports.DownloadBulletinAsync(new DownloadBulletinRequest { Name = draft.Name, Format = FileFormat.Docx }));
            if (round >= 0)
            {
                taken.Add(once.TotalMilliseconds);
            }
        }

        return taken;
    }

    private static List<double> InMilliseconds(List<TimeSpan> taken) => [.. taken.Select(one => one.TotalMilliseconds)];

    /// <summary>What somebody who knows the table would write: one scan of the covering index, read by a plain reader.</summary>
    private static async Task<long> QueryAsync(BulletinDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            """
            select u.code, u.name, f.indicator, sum(f.value)
            from unit_view u join fact f on f.unit = u.code and f.day between @start and @end
            where u.path like '/county/%'
            group by u.code, u.name, f.indicator
            """;
        Add(command, "@start", new DateOnly(LastYear, 1, 1));
        Add(command, "@end", new DateOnly(LastYear, 6, 30));
        await using var reader = await command.ExecuteReaderAsync();
        var (sum, table) = (0L, new Dictionary<(string, string), long>());
        while (await reader.ReadAsync())
        {
            var value = Convert.ToInt64(reader.GetValue(3), CultureInfo.InvariantCulture);
            table[(reader.GetString(0), reader.GetString(2))] = value;
            sum += value;
        }

        return sum;
    }

    private static void Add(DbCommand command, string name, DateOnly day)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, day);
        command.Parameters.Add(parameter);
    }

    private static async Task FillAsync(ServiceHost<BulletinDbContext> host, int units, int years)
    {
        await host.GivenUnitAsync("county", "县委");
        for (var unit = 1; unit < units; unit++)
        {
            await host.GivenUnitAsync($"unit-{unit:d3}", $"单位{unit}", "county", unit);
        }

        // What counts once is summed in another way; the rest of the dictionary in turn.
        string[] indicators = [.. IndicatorDictionary.All.Where(one => !one.CountsOnce).Select(one => one.Key)];
        await host.WithDbAsync(async db =>
        {
            for (var year = LastYear - years + 1; year <= LastYear; year++)
            {
                await db.Database.ExecuteSqlRawAsync(Insert(db, year, indicators));
            }

            // As the database's own upkeep leaves a table that is written seldom and read often.
            await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "vacuum analyze fact" : "analyze");
        });
    }

    private static string Insert(BulletinDbContext db, int year, string[] indicators)
    {
        var day = db.Database.IsNpgsql()
            ? $"date '{year}-01-01' + cast(n.i * 365 / {FactsAYear} as int)"
            : $"date('{year}-01-01', '+' || (n.i * 365 / {FactsAYear}) || ' days')";
        var indicator = string.Join(' ', indicators.Select((key, at) => $"when {at} then '{key}'"));
        return $"""
            insert into fact (source, indicator, stream, unit, day, value, once_per)
            with recursive n(i) as (select 0 union all select i + 1 from n where i < {FactsAYear - 1})
            select 'units/' || u.code || '/records/{year}-' || n.i, case n.i % {indicators.Length} {indicator} end, 'held',
            u.code, {day}, 1 + n.i % 7, null
            from unit_view u cross join n
            """;
    }

    private static TimeSpan Median(List<TimeSpan> taken) => taken.Order().ElementAt(taken.Count / 2);
}
