using CsCheck;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Coverage;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Tests.Coverage;

public sealed class UnitProgressTests
{
    private static readonly DateOnly Today = new(2024, 7, 10);

    /// <summary>What can happen to one session, each step with the next version.</summary>
    private static readonly Gen<List<SessionNews>> Life =
        from item in Gen.Int[0, 14]
        from moves in Gen.Int[0, 3]
        from end in Gen.Int[0, 3]
        from days in Gen.Int[0, 365].Array[6]
        select Steps(item, moves, end, days);

    [Fact]
    public void Progress_OfEventsShuffledAndRepeated_IsThatOfEventsInOrder() => (
        from lives in Life.List[1, 25]
        let events = lives.SelectMany((life, i) => life.Select(step => step with { Session = $"units/u/sessions/s{i:d2}" })).ToList()
        from repeats in Gen.Int[0, events.Count - 1].List[0, events.Count]
        from shuffled in Gen.Shuffle(events.Concat(repeats.Select(i => events[i])).ToArray())
        select (events, shuffled)).Sample(
        sample => Print(sample.events) == Print(sample.shuffled), iter: 2000);

    [Fact]
    public void Progress_OfNewestVersion_IgnoresWhatCameBefore()
    {
        var book = Book(
        [
            News(1, 3, new(2024, 3, 5), SessionStep.Planned, 1), News(1, 3, new(2024, 5, 6), SessionStep.Held, 4),
            News(2, 4, new(2024, 4, 5), SessionStep.Planned, 1), News(2, 4, new(2024, 4, 5), SessionStep.Cancelled, 2),
            News(3, 8, new(2024, 8, 1), SessionStep.Planned, 1), News(4, 0, new(2024, 6, 1), SessionStep.Held, 2),
            News(1, 3, new(2024, 3, 9), SessionStep.Planned, 2),
        ]);

        var progress = UnitProgress.Of(2024, Plan(), book, Topics(), Today);

        Assert.Equal((CoverageState.Held, true), StateOf(progress, 3));
        Assert.Equal((CoverageState.Missed, false), StateOf(progress, 4));
        Assert.Equal((CoverageState.Scheduled, false), StateOf(progress, 8));
        Assert.Equal((CoverageState.Ahead, false), StateOf(progress, 7));
        Assert.Equal(1, progress.Cancelled);
        Assert.Equal(["units/u/sessions/s4"], progress.Unplanned.Select(session => session.Session));
        Assert.Equal(
            [("held", CoverageState.Held), ("missed", CoverageState.Missed), ("nowhere", CoverageState.NotPlanned)],
            progress.Topics.Select(row => (row.Topic.Id, row.State)));
        Assert.Equal([false, true, false], progress.Topics.Select(row => row.IsLate(Today)));
    }

    [Fact]
    public void Place_OfForeignOrMalformedItem_IsNone()
    {
        Assert.Equal((2024, "m01"), (News(1, 1, Today, SessionStep.Held, 1) with { PlanItem = "units/u/plans/2024/items/m01" }).Place());
        Assert.Equal((2024, ""), (News(1, 1, Today, SessionStep.Held, 1) with { PlanItem = "units/other/plans/2023/items/m01" }).Place());
        Assert.Equal((2024, ""), (News(1, 1, Today, SessionStep.Held, 1) with { PlanItem = "nonsense" }).Place());
    }

    private static (CoverageState, bool) StateOf(UnitProgress progress, int month)
    {
        var row = progress.Items.Single(row => row.Item.Month == month);
        return (row.State, row.IsMoved);
    }

    private static List<SessionNews> Steps(int item, int moves, int end, int[] days)
    {
        var version = 0L;
        var steps = Enumerable.Range(0, moves + 1)
            .Select(i => News(0, item, Day(days[i]), SessionStep.Planned, ++version)).ToList();
        if (end is 1 or 2)
        {
            steps.Add(News(0, item, Day(days[4]), SessionStep.Held, ++version));
        }

        if (end == 2)
        {
            steps.Add(News(0, item == 3 ? 4 : item, Day(days[5]), SessionStep.Held, version += 3));
        }

        if (end == 3)
        {
            steps.Add(News(0, item, Day(days[4]), SessionStep.Cancelled, ++version));
        }

        return steps;
    }

    private static DateOnly Day(int day) => new DateOnly(2024, 1, 1).AddDays(day);

    private static SessionNews News(int number, int item, DateOnly on, SessionStep step, long version) => new(
        $"units/u/sessions/s{number}", "u", $"题{number}", item == 0 ? null : $"units/u/plans/2024/items/m{item:d2}", on, step, version);

    private static List<CoveredSession> Book(IEnumerable<SessionNews> events)
    {
        var book = new Dictionary<string, CoveredSession>();
        foreach (var news in events)
        {
            if (!book.TryGetValue(news.Session, out var session))
            {
                book.Add(news.Session, session = new CoveredSession { Session = news.Session });
            }

            session.Take(news);
        }

        return [.. book.Values];
    }

    private static string Print(IEnumerable<SessionNews> events)
    {
        var progress = UnitProgress.Of(2024, Plan(), Book(events), Topics(), Today);
        return string.Join(
            '\n',
            progress.Items.Select(row => $"{row.Item.Id} {row.State} {row.IsMoved} {string.Join(',', row.Sessions.Select(s => $"{s.Session}@{s.On}"))}")
                .Concat(progress.Topics.Select(row => $"{row.Topic.Id} {row.State}"))
                .Concat(progress.Unplanned.Select(s => $"{s.Session}@{s.On} {s.Step}"))
                .Append(progress.Count(Today).ToString()));
    }

    private static List<PlanItem> Plan() =>
        [.. Enumerable.Range(1, 12).Select(month => new PlanItem($"m{month:d2}", month, $"第{month}专题", "", [], [], "", "", ""))];

    private static IEnumerable<(ThematicArrangement, ArrangementTopic)> Topics()
    {
        var arrangement = new ThematicArrangement("county", "a", 2024);
        return
        [
            (arrangement, new("held", "第3专题", [], [], new(2024, 1, 1), new(2024, 6, 30), true, "")),
            (arrangement, new("missed", "第4专题", [], [], new(2024, 1, 1), new(2024, 6, 30), true, "")),
            (arrangement, new("nowhere", "未列专题", [], [], new(2024, 1, 1), new(2024, 12, 31), true, "")),
        ];
    }
}
