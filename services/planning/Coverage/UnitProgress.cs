using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Checks;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.Coverage;

internal enum CoverageState
{
    Ahead = 1,
    Scheduled,
    Held,
    Missed,
    NotPlanned,
}

internal sealed record ItemProgress(ItemOutline Item, CoverageState State, bool IsMoved, List<CoveredSession> Sessions);

internal sealed record TopicProgress(ThematicArrangement Arrangement, ArrangementTopic Topic, CoverageState State)
{
    public bool IsLate(DateOnly today) => State != CoverageState.Held && Topic.EndsOn < today;
}

/// <summary>
/// What became of one unit's plan: nothing but a function of plan, arrangements, sessions and the day, so it is the same
/// however the sessions' events came.
/// </summary>
internal sealed record UnitProgress(
    List<ItemProgress> Items, List<TopicProgress> Topics, List<CoveredSession> Unplanned, int Cancelled)
{
    public static UnitProgress Of(
        int year, IReadOnlyList<ItemOutline> items, IReadOnlyList<CoveredSession> sessions,
        IEnumerable<(ThematicArrangement Arrangement, ArrangementTopic Topic)> mandatory, DateOnly today)
    {
        var byItem = sessions.Where(s => s.Step != SessionStep.Cancelled).ToLookup(s => s.Item);
        var known = items.Select(item => item.Id).ToHashSet();
        var progress = items.OrderBy(item => item.Month).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => ProgressOf(year, item, InOrder(byItem[item.Id]), today)).ToList();

        return new UnitProgress(
            progress,
            [.. mandatory.Select(m => new TopicProgress(m.Arrangement, m.Topic, StateOf(m.Arrangement, m.Topic, progress)))],
            InOrder(sessions.Where(s => s.Step != SessionStep.Cancelled && !known.Contains(s.Item))),
            sessions.Count(s => s.Step == SessionStep.Cancelled));
    }

    private static ItemProgress ProgressOf(int year, ItemOutline item, List<CoveredSession> sessions, DateOnly today)
    {
        var held = sessions.FindAll(s => s.IsHeld);
        var ahead = sessions.FindAll(s => !s.IsHeld && s.On >= today);
        var isOver = new DateOnly(year, item.Month, 1).AddMonths(1) <= today;
        var state = held.Count > 0 ? CoverageState.Held
            : ahead.Count > 0 ? CoverageState.Scheduled
            : isOver ? CoverageState.Missed
            : sessions.Count > 0 ? CoverageState.Scheduled
            : CoverageState.Ahead;
        // A session that was set and not held says nothing once its day has passed.
        var relevant = held.Count > 0 ? held : ahead;
        return new ItemProgress(
            item, state, relevant.Count > 0 && relevant.TrueForAll(s => s.On.Year != year || s.On.Month != item.Month), sessions);
    }

    private static CoverageState StateOf(ThematicArrangement arrangement, ArrangementTopic topic, List<ItemProgress> items)
    {
        var states = items.Where(row => row.Item.Fulfils(arrangement, topic)).Select(row => row.State).ToList();
        return states.Count == 0 ? CoverageState.NotPlanned
            : states.Contains(CoverageState.Held) ? CoverageState.Held
            : states.Contains(CoverageState.Scheduled) ? CoverageState.Scheduled
            : states.Contains(CoverageState.Ahead) ? CoverageState.Ahead
            : CoverageState.Missed;
    }

    private static List<CoveredSession> InOrder(IEnumerable<CoveredSession> sessions) =>
        [.. sessions.OrderBy(s => s.On).ThenBy(s => s.Session, StringComparer.Ordinal)];
}
