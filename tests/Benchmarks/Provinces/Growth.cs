using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Npgsql;
using StudySuite.Benchmarks.Load;
using StudySuite.Benchmarks.Reports;
using StudySuite.Benchmarks.Suites;
using StudySuite.Bulletin.V1;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Benchmarks.Provinces;

/// <summary>What one county asks for, in a province of 160 counties against the same county alone.</summary>
internal static class Growth
{
    private const int TurnsARound = 10, County = 0, Secretary = 7;
    private const string Sessions = "/studysuite.sessions.v1.", Bulletin = "/studysuite.bulletin.v1.";
    private static readonly string[] Services = ["sessions", "bulletin"];

    public static async Task RunAsync(Stage stage, Report report)
    {
        await stage.ClearAsync();
        var (one, many) = (new Region(1, HasProvince: false), new Region(Pace.IsQuick ? 3 : 160, HasProvince: true));
        await using var county = await RunningSuite.StartAsync(Services);
        await using var province = await RunningSuite.StartAsync(Services);
        await one.LoadAsync(county);
        var since = Stopwatch.GetTimestamp();
        await many.LoadAsync(province);
        report.Note(string.Create(CultureInfo.InvariantCulture, $"the province was loaded in {Stopwatch.GetElapsedTime(since).TotalSeconds:f0} s"));
        await LoadedRows.CheckAsync(county, await MarkAsync(county, one));

        var name = Region.Unit(County, Secretary);
        await CompareAsync("half-year statistics of a county", "bulletin", $"{Bulletin}StatisticsService/GetStatistics", new GetStatisticsRequest
        {
            Name = "units/county-0/statistics", StartDate = "2023-01-01", EndDate = "2023-06-30", Subtree = true,
        });
        await CompareAsync("seven haves of a county's year", "sessions", $"{Sessions}SevenHavesService/SummarizeSevenHaves",
            new SummarizeSevenHavesRequest { Parent = "units/-", Year = 2023 });
        await CompareAsync("a page of a county's sessions", "sessions", $"{Sessions}SessionService/ListSessions",
            new ListSessionsRequest { Parent = "units/-", Year = 2023 });
        await CompareAsync("search of a rare word in a county", "sessions", $"{Sessions}SearchService/SearchRecords",
            new SearchRecordsRequest { Parent = "units/-", Query = Region.RareWord });
        await CompareAsync("search of a rare word in a unit", "sessions", $"{Sessions}SearchService/SearchRecords",
            new SearchRecordsRequest { Parent = $"units/{name}", Query = Region.RareWord });
        await CompareAsync("a roll", "sessions", $"{Sessions}RollService/GetRoll",
            new GetRollRequest { Name = $"units/{name}/sessions/session-3/roll" });
        foreach (var service in Services)
        {
            report.Note($"{service} of the province: {await SizesAsync(province, service)}");
        }

        async Task CompareAsync(string what, string service, string path, IMessage request)
        {
            using var small = new GrpcCaller(county.Grpc(service));
            using var large = new GrpcCaller(province.Grpc(service));
            var (body, ofSmall, ofLarge) = (GrpcCaller.Frame(request), new List<double>(), new List<double>());
            for (var round = -2; round < Pace.Rounds; round++)
            {
                var smallTime = await MedianAsync(small, one);
                var largeTime = await MedianAsync(large, many);
                if (round >= 0)
                {
                    ofSmall.Add(smallTime);
                    ofLarge.Add(largeTime);
                }
            }

            report.Add(new Row($"{what}, in the province; alone", "ms", ofLarge, ofSmall, "≤ 2 ×"));

            async Task<double> MedianAsync(GrpcCaller caller, Region region)
            {
                var token = TestTokens.Create("publicity", [$"Publicity:{region.PathOf(County)}*"], minutes: 60);
                var times = new List<double>();
                for (var turn = 0; turn < TurnsARound; turn++)
                {
                    var begin = Stopwatch.GetTimestamp();
                    await caller.CallAsync(path, body, token);
                    times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                }

                return Row.Median(times);
            }
        }
    }

    /// <summary>Through the API, on the roll that the loader left open.</summary>
    private static async Task<string> MarkAsync(RunningSuite suite, Region region)
    {
        using var caller = new GrpcCaller(suite.Grpc("sessions"));
        var unit = Region.Unit(County, Secretary);
        var session = $"units/{unit}/sessions/session-{Region.SessionsAUnit - 1}";
        var request = new MarkAttendanceRequest { Name = $"{session}/roll" };
        request.Marks.AddRange(Enumerable.Range(0, 12 + (Secretary % 2)).Select(member => new AttendanceMark
        {
            Person = $"people/person-{County}-{Secretary}-{member}", Status = AttendanceStatus.Present,
        }));
        await caller.CallAsync(
            $"{Sessions}RollService/MarkAttendance", GrpcCaller.Frame(request),
            TestTokens.Create("secretary", [$"StudySecretary:{region.PathOf(County)}{unit}/"], minutes: 60));
        return session;
    }

    private static async Task<string> SizesAsync(RunningSuite suite, string service)
    {
        await using var connection = new NpgsqlConnection(suite.Database(service));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select string_agg(format('%s %s rows, %s with indexes of %s', relname, n_live_tup, pg_size_pretty(pg_total_relation_size(relid)),
                pg_size_pretty(pg_indexes_size(relid))), '; ' order by n_live_tup desc)
                || '; read by index ' || coalesce(sum(idx_scan), 0) || ' times, whole ' || coalesce(sum(seq_scan), 0) || ' times'
            from pg_stat_user_tables where n_live_tup > 10000
            """,
            connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
