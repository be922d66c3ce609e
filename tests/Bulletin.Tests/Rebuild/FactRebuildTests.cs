using System.Runtime.CompilerServices;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.Rebuild;
using StudySuite.Bulletin.V1;
using StudySuite.Events;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Rebuild;

/// <summary>A rebuild gives the figures that the events gave, byte by byte, however the events came.</summary>
public abstract class FactRebuildTests(Backing backing)
{
    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    [InlineData(1234)]
    public async Task Rebuild_AfterDoubledShuffledLateEvents_GivesTheSameBytes(int seed)
    {
        await using var county = await County.StartAsync(backing);
        var history = new History(seed, records: 50);
        await county.CountAsync(history.Disturbed().Select(evt => Counting.OfAny(evt)!));
        var (figures, facts) = (await FiguresAsync(county), await FactsAsync(county));

        var same = await RunAsync(county, history.Now);
        Assert.Equal(0, same.ChangedFacts);
        Assert.Equal(figures, await FiguresAsync(county));
        Assert.Equal(facts, await FactsAsync(county));

        // From nothing, as in a new database; then what was under way comes late, in any order.
        await county.Host.WithDbAsync(db => db.Facts.ExecuteDeleteAsync());
        await county.Host.WithDbAsync(db => db.CountedRecords.ExecuteDeleteAsync());
        var anew = await RunAsync(county, history.Now);
        Assert.Equal(facts.Count, anew.ChangedFacts);
        Assert.Equal(figures, await FiguresAsync(county));
        await county.CountAsync(history.Disturbed().Select(evt => Counting.OfAny(evt)!));
        Assert.Equal(figures, await FiguresAsync(county));
        Assert.Equal(facts, await FactsAsync(county));
    }

    [Fact]
    public async Task Rebuild_FiguresThatWereSpoilt_AreRightAgain()
    {
        await using var county = await County.StartAsync(backing);
        var history = new History(8, records: 20);
        await county.CountAsync(history.Announced.Select(evt => Counting.OfAny(evt)!));
        var figures = await FiguresAsync(county);
        await county.Host.WithDbAsync(db => db.Facts.ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Value, fact => fact.Value + 1)));
        Assert.NotEqual(figures, await FiguresAsync(county));

        var result = await RunAsync(county, history.Now);

        Assert.Equal(2 * result.Facts, result.ChangedFacts);
        Assert.Equal(figures, await FiguresAsync(county));
    }

    [Fact]
    public async Task Rebuild_EventsThatComeWhileTheSourcesAreRead_AreKept()
    {
        await using var county = await County.StartAsync(backing);
        await county.CountAsync(Counting.Of(Sample.Activity("xinxiang-kegong", "old", "REFLECTION", "2023-03-01")));

        await RunAsync(county, [Sample.Activity("xinxiang-kegong", "old", "REFLECTION", "2023-03-01")], meanwhile: async () =>
            await county.CountAsync(
                Counting.Of(Sample.Activity("xinxiang-kegong", "old", "MICRO_VIDEO", "2023-03-02", version: 2)),
                Counting.Of(Sample.Activity("xinxiang-kegong", "new", "REFLECTION", "2023-03-03"))));

        Assert.Equal(
            ["new reflections", "old micro_videos"],
            (await FactsAsync(county)).Select(fact => $"{fact.Source.Split('/')[^1]} {fact.Indicator}").Order());
    }

    [Fact]
    public async Task Rebuild_RecordThatTheSourcesDoNotList_CountsNoLongerAndIsNotBroughtBackByAnOldEvent()
    {
        await using var county = await County.StartAsync(backing);
        var gone = Sample.Activity("xinxiang-kegong", "gone", "REFLECTION", "2023-03-01", version: 2);
        await county.CountAsync(Counting.Of(gone));

        await RunAsync(county, []);
        await county.CountAsync(Counting.Of(gone with { Version = 1 }));

        Assert.Empty(await FactsAsync(county));
    }

    [Fact]
    public async Task Rebuild_SourceThatFailsHalfway_LeavesTheFiguresAsTheyWere()
    {
        await using var county = await County.StartAsync(backing);
        var history = new History(5, records: 20);
        await county.CountAsync(history.Announced.Select(evt => Counting.OfAny(evt)!));
        var before = await FactsAsync(county);

        await Assert.ThrowsAsync<IOException>(() => RunAsync(
            county, history.Now.Take(3), meanwhile: () => throw new IOException("the line is cut")));

        Assert.Equal(before, await FactsAsync(county));
        Assert.Equal(0, (await RunAsync(county, history.Now)).ChangedFacts);
    }

    [Fact]
    public async Task Rebuild_IssuedBulletin_IsCountedFromTheServicesOwnRows()
    {
        await using var county = await County.StartAsync(backing);
        await county.GivenIssuedAsync();
        await Wait.UntilAsync(
            async () => (await FactsAsync(county)).Any(fact => fact.Indicator == "bulletins_issued"), "the bulletin to be counted");
        var figures = await FiguresAsync(county);

        var result = await RunAsync(county, []);

        Assert.Equal((1, 0), (result.Facts, result.ChangedFacts));
        Assert.Equal(figures, await FiguresAsync(county));
    }

    [Fact]
    public async Task RebuildStatistics_ByTheDepartmentOfAPartOrWithoutASecret_IsRefused()
    {
        await using var county = await County.StartAsync(backing);
        V1.RebuildService.RebuildServiceClient Rebuild(string grant) => new(county.Host.Channel(grant));

        Assert.Equal("REBUILD_TOP_UNIT_ONLY", await Refusal.ReasonAsync(
            Rebuild("Publicity:/xinxiang/xinxiang-kegong/*").RebuildStatisticsAsync(new RebuildStatisticsRequest())));
        Assert.Equal("REBUILD_NOT_CONFIGURED", await Refusal.ReasonAsync(
            Rebuild(County.Publicity).RebuildStatisticsAsync(new RebuildStatisticsRequest())));
    }

    private static Task<RebuildResult> RunAsync(County county, IEnumerable<IEvent> events, Func<Task>? meanwhile = null) =>
        county.Host.ReadAsync(db => new FactRebuild(db, new Source(events, meanwhile)).RunAsync(CancellationToken.None));

    private static async Task<string> FiguresAsync(County county)
    {
        var table = await county.Statistics().GetStatisticsAsync(new GetStatisticsRequest
        {
            Name = "units/xinxiang/statistics", StartDate = "2023-01-01", EndDate = "2023-12-31", Subtree = true,
        });
        return Convert.ToBase64String(table.ToByteArray());
    }

    private static Task<List<FactLine>> FactsAsync(County county) => county.Host.ReadAsync(db => db.Facts
        .OrderBy(fact => fact.Source).ThenBy(fact => fact.Indicator).ThenBy(fact => fact.Day)
        .Select(fact => new FactLine(fact.Source, fact.Indicator, fact.Unit, fact.Day, fact.Value, fact.OncePer))
        .ToListAsync());

    private sealed record FactLine(string Source, string Indicator, string Unit, DateOnly Day, int Value, string? OncePer);

    private sealed class Source(IEnumerable<IEvent> events, Func<Task>? meanwhile) : ICountedEventSource
    {
        public async IAsyncEnumerable<IEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var evt in events)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return evt;
            }

            await (meanwhile?.Invoke() ?? Task.CompletedTask);
        }
    }
}

public sealed class FactRebuildOnSqliteTests() : FactRebuildTests(Backing.Sqlite);

[Trait("Needs", "Servers")]
public sealed class FactRebuildOnPostgresTests() : FactRebuildTests(Backing.Servers);
