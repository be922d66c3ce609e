using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Facts;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Events;
using StudySuite.Testing;

namespace StudySuite.Bulletin.Tests.Facts;

/// <summary>However events come, the figures are those of the last version of each record.</summary>
public sealed class FactBookTests
{
    private static readonly string[] Units = ["xinxiang", "xinxiang-kegong", "xinxiang-weijian", "xinxiang-guguzhai"];
    private static readonly string[] Kinds = ["REFLECTION", "RESEARCH_REPORT", "THEORY_ARTICLE", "MICRO_VIDEO"];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(300, 7)]
    [InlineData(4000, 50)]
    public Task Count_ShuffledRepeatedCorrectedWithdrawn_EqualsTheLastVersions(int seed, int together) =>
        CountAndCompareAsync(seed, together, Backing.Sqlite);

    [Fact]
    [Trait("Needs", "Servers")]
    public Task Count_OnServers_EqualsTheLastVersions() => CountAndCompareAsync(seed: 5, together: 50, Backing.Servers);

    private static async Task CountAndCompareAsync(int seed, int together, Backing backing)
    {
        await using var county = await County.StartAsync(backing);
        var random = new Random(seed);
        var histories = Enumerable.Range(0, 40).Select(i => HistoryOf(i, random)).ToList();
        var stream = histories.SelectMany(history => history).ToArray();
        Counted[] sent = [.. stream, .. random.GetItems(stream, stream.Length / 2)];
        random.Shuffle(sent);

        foreach (var events in sent.Chunk(together))
        {
            await county.CountTogetherAsync(events);
        }

        var last = histories.SelectMany(history => history.GroupBy(c => c.Stream).Select(g => g.MaxBy(c => c.Version)!))
            .SelectMany(counted => counted.Facts).ToList();
        foreach (var period in new[] { Period.Year(2023), Period.Of(2023, 1), Period.Of(2023, 2) })
        {
            var figures = await county.Host.ReadAsync(db => Figures.ReadAsync(db, Units, period, default));
            foreach (var indicator in IndicatorDictionary.All)
            {
                var facts = last.Where(f => f.Indicator == indicator.Key && f.Day >= period.Start && f.Day <= period.End).ToList();
                Assert.All(Units, unit =>
                    Assert.Equal(FigureOf(indicator, facts.Where(f => f.Unit == unit)), figures.Of(unit, indicator.Key)));
                Assert.Equal(FigureOf(indicator, facts), figures.Total(indicator.Key));
            }
        }
    }

    [Fact]
    [Trait("Needs", "Servers")]
    public async Task Count_CorrectedRoll_WritesTheFactsAloneThatChanged()
    {
        await using var county = await County.StartAsync(Backing.Servers);
        await county.CountAsync(Counting.Of(Sample.Attendance("xinxiang", "1", "2023-06-01", expected: 12, present: 10, version: 2)));
        var before = await PlacesAsync();

        await county.CountAsync(Counting.Of(Sample.Attendance("xinxiang", "1", "2023-06-01", expected: 12, present: 12, version: 3)));

        var after = await PlacesAsync();
        Assert.Equal(before["expected_person_times"], after["expected_person_times"]);
        Assert.NotEqual(before["present_person_times"], after["present_person_times"]);
        Assert.Equal(["expected_person_times", "present_person_times"], after.Keys.Order());
        Assert.Equal(3, before.Count);

        // Where a row lies changes with every write of it.
        Task<Dictionary<string, string>> PlacesAsync() => county.Host.ReadAsync(db => db.Database
            .SqlQuery<string>($"""select indicator || ' ' || ctid::text as "Value" from fact""")
            .ToDictionaryAsync(line => line.Split(' ')[0], line => line.Split(' ')[1]));
    }

    [Fact]
    public async Task Count_WithdrawnBeforeItsFirstVersionComes_LeavesATombstone()
    {
        await using var county = await County.StartAsync();

        await county.CountAsync(
            Counting.Of(Sample.Activity("xinxiang", "1", "REFLECTION", "2023-04-10", version: 3, withdrawn: true)),
            Counting.Of(Sample.Activity("xinxiang", "1", "REFLECTION", "2023-04-10", version: 1)));

        Assert.Empty(await county.Host.ReadAsync(db => db.Facts.ToListAsync()));
        Assert.Equal(3, (await county.Host.ReadAsync(db => db.CountedRecords.SingleAsync())).Version);
    }

    [Fact]
    public async Task Count_AmendedPlan_CountsItsNewMonthsAlone()
    {
        await using var county = await County.StartAsync();
        var approved = new PlanApproved(
            "units/xinxiang/plans/2023", "xinxiang", 2023, Sample.Day("2023-01-05"), 3,
            [Sample.Planned("1", 2), Sample.Planned("2", 2), Sample.Planned("3", 6), Sample.Planned("4", 9)]);
        var amended = new PlanAmended(
            approved.Plan, "xinxiang", 2023, 2, Sample.Day("2023-05-05"), "新要求", 6,
            [Sample.Planned("1", 2), Sample.Planned("3", 7), Sample.Planned("4", 9), Sample.Planned("5", 9)]);

        await county.CountAsync(Counting.Of(approved));
        var before = await FiguresAsync();
        await county.CountAsync(Counting.Of(amended), Counting.Of(approved));

        Assert.Equal((3, 1), before);
        Assert.Equal((1, 3), await FiguresAsync());

        async Task<(int First, int Second)> FiguresAsync() => (await OfHalfAsync(1), await OfHalfAsync(2));

        async Task<int> OfHalfAsync(int half) => (await county.Host.ReadAsync(
            db => Figures.ReadAsync(db, Units, Period.Of(2023, half), default))).Of("xinxiang", "sessions_planned");
    }

    [Fact]
    public async Task Count_LookBackFailsAfterAcceptance_TakesTheRectifiedProblemsBack()
    {
        await using var county = await County.StartAsync();
        const string Notice = "units/xinxiang-kegong/rectificationNotices/1";
        var day = Sample.Day("2023-05-10");

        await county.CountAsync(
            Counting.Of(new LookBackFailed(Notice, "xinxiang-kegong", "1号", day.AddDays(60), 6)),
            Counting.Of(new RectificationAccepted(Notice, "xinxiang-kegong", "1号", 2, day, day.AddDays(60), 5)));

        Assert.Empty(await county.Host.ReadAsync(db => db.Facts.ToListAsync()));
    }

    private static int FigureOf(Indicator indicator, IEnumerable<Fact> facts) => indicator.CountsOnce
        ? facts.DistinctBy(fact => fact.OncePer).Count()
        : facts.Sum(fact => fact.Value);

    /// <summary>A record's life: announced, corrected in kind, day or value some times, perhaps withdrawn.</summary>
    private static List<Counted> HistoryOf(int number, Random random)
    {
        var unit = Units[random.Next(Units.Length)];
        var versions = random.Next(1, 5);
        return [.. Enumerable.Range(1, versions).SelectMany(version => Announce(number, unit, version, random))];
    }

    private static List<Counted> Announce(int number, string unit, long version, Random random)
    {
        var day = new DateOnly(2023, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd");
        return (number % 4) switch
        {
            0 => [Counting.Of(Sample.Held(
                unit, $"{number}", day, version, random.Next(2) == 0, random.Next(2) == 0, random.Next(30)))],
            1 =>
            [
                Counting.Of(Sample.Held(unit, $"{number}", day, version)),
                Counting.Of(Sample.Attendance(unit, $"{number}", day, 12, random.Next(13), version)),
            ],
            2 => [Counting.Of(Sample.Activity(
                unit, $"{number}", Kinds[random.Next(Kinds.Length)], day, version, random.Next(4) == 0))],
            _ => [Counting.Of(Sample.Observed(unit, $"{number}", day, version: version))],
        };
    }
}
