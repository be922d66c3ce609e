using Google.Protobuf;
using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Sessions.V1;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Bulletins;

/// <summary>The statistics from the sources, while the suite runs.</summary>
public abstract class RebuildTests(ISuite suite) : IDisposable
{
    private const string County = "units/xinxiang", Unit = "units/xinxiang-hehe";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task RebuildStatistics_AfterTheReplayedYear_GivesTheSameBytes()
    {
        await AllIsCountedAsync();
        var before = await FiguresAsync();
        using var publicity = await Rest.AsAsync(suite, cast, "publicity");

        var result = await publicity.PostAsync("bulletin/v1/statistics:rebuild", new { });

        Assert.True(result.GetProperty("factCount").GetInt32() > 500, result.ToString());
        Assert.Equal(0, result.GetProperty("changedFactCount").GetInt32());
        Assert.Equal(before, await FiguresAsync());

        // The same from the command line, while the suite runs.
        var (exitCode, said) = await suite.RebuildAsync();
        Assert.True(exitCode == 0 && said.Contains("changed 0", StringComparison.Ordinal), said);
        Assert.Equal(before, await FiguresAsync());
    }

    [Fact]
    public async Task CountedEvents_ToAnybodyButTheBulletinService_AreClosed()
    {
        foreach (var user in new[] { "publicity", "admin", "hehe-secretary" })
        {
            using var rest = await Rest.AsAsync(suite, cast, user);
            foreach (var service in new[] { "planning", "sessions", "supervision" })
            {
                Assert.Equal("ROLE_MISSING", await rest.ReasonAsync(HttpMethod.Get, $"{service}/v1/countedEvents"));
            }
        }

        using var secretary = await Rest.AsAsync(suite, cast, "hehe-secretary");
        Assert.Equal("ROLE_MISSING", await secretary.ReasonAsync(HttpMethod.Post, "bulletin/v1/statistics:rebuild", new { }));
    }

    private async Task<ByteString> FiguresAsync() =>
        (await new StatisticsService.StatisticsServiceClient(cast["publicity"].Calls).GetStatisticsAsync(new()
        {
            Name = $"{County}/statistics", StartDate = "2018-01-01", EndDate = "2026-12-31", Subtree = true,
        })).ToByteString();

    /// <summary>Events come in order: when the last of each service is counted, so is what was before it.</summary>
    private async Task AllIsCountedAsync()
    {
        await new ActivityService.ActivityServiceClient(cast["hehe-secretary"].Calls).CreateActivityAsync(new()
        {
            Parent = Unit,
            Activity = new() { Kind = ActivityKind.MicroVideo, Title = "最后", PersonName = "王某", HappenedOn = "2018-03-01" },
        });
        await new ProblemService.ProblemServiceClient(cast["publicity"].Calls).CreateProblemAsync(new()
        {
            Parent = Unit,
            Problem = new Problem
            {
                Source = ProblemSource.SupervisionCheck, Organiser = County, Text = "最后", Category = "档案", FoundOn = "2018-03-01",
            },
        });
        var statistics = new StatisticsService.StatisticsServiceClient(cast["publicity"].Calls);
        await Wait.UntilAsync(
            async () => (await statistics.GetStatisticsAsync(new()
            {
                Name = $"{Unit}/statistics", StartDate = "2018-03-01", EndDate = "2018-03-01",
                Indicators = { "micro_videos", "problems_found" },
            })).Totals.All(total => total == 1),
            "the last records to be counted");
    }
}

[Collection("county"), Trait("Needs", "Servers")]
public sealed class RebuildOnCountyTests(CountyYear year) : RebuildTests(year.Suite);

[Collection("standalone")]
public sealed class RebuildOnStandaloneTests(StandaloneYear year) : RebuildTests(year.Suite);
