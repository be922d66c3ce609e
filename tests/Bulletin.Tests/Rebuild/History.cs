using StudySuite.Events;

namespace StudySuite.Bulletin.Tests.Rebuild;

/// <summary>Lives of records of every kind: what was announced of each, in order, and what its service would say now.</summary>
internal sealed class History
{
    private static readonly string[] Units = ["xinxiang-kegong", "xinxiang-weijian", "xinxiang-guguzhai"];
    private static readonly string[] Kinds = ["REFLECTION", "RESEARCH_REPORT", "THEORY_ARTICLE", "MICRO_VIDEO"];
    private readonly Random random;
    private readonly List<IEvent> announced = [];
    private readonly List<IEvent> now = [];

    public History(int seed, int records)
    {
        random = new Random(seed);
        for (var i = 0; i < records; i++)
        {
            Live($"{i}", Units[random.Next(Units.Length)], i % 7);
        }
    }

    /// <summary>As announced, in order.</summary>
    public IReadOnlyList<IEvent> Announced => announced;

    /// <summary>As the sources list it: today's version of every record.</summary>
    public IReadOnlyList<IEvent> Now => now;

    /// <summary>As a bad line brings it: some twice, some late, in any order.</summary>
    public IReadOnlyList<IEvent> Disturbed()
    {
        IEvent[] all = [.. announced, .. random.GetItems(announced.ToArray(), announced.Count / 2)];
        random.Shuffle(all);
        return all;
    }

    private void Live(string id, string unit, int kind)
    {
        var versions = random.Next(1, 5);
        List<IEvent> last = [];
        for (var version = 1; version <= versions; version++)
        {
            last = Announce(id, unit, kind, version, isLast: version == versions);
            announced.AddRange(last);
        }

        now.AddRange(last);
    }

    private List<IEvent> Announce(string id, string unit, int kind, long version, bool isLast)
    {
        var day = new DateOnly(2023, 1, 1).AddDays(random.Next(365));
        var of = $"units/{unit}";
        switch (kind)
        {
            case 0:
                return [
                    Sample.Held(unit, id, day.ToString("yyyy-MM-dd"), version, random.Next(2) == 0, random.Next(2) == 0, random.Next(30)),
                    Sample.Attendance(unit, id, day.ToString("yyyy-MM-dd"), 12, random.Next(13), version),
                ];
            case 1:
                return [Sample.Activity(
                    unit, id, Kinds[random.Next(Kinds.Length)], day.ToString("yyyy-MM-dd"), version, random.Next(4) == 0)];
            case 2:
                return [Sample.Observed(unit, id, day.ToString("yyyy-MM-dd"), version: version)];
            case 3 when !isLast && random.Next(2) == 0:
                return [new LookBackFailed($"{of}/rectificationNotices/{id}", unit, id, day, version)];
            case 3:
                return [new RectificationAccepted($"{of}/rectificationNotices/{id}", unit, id, random.Next(1, 5), day, day, version)];
            case 5:
                return [new PlanApproved(
                    $"{of}/plans/{id}", unit, 2023, day, version,
                    [.. Enumerable.Range(0, random.Next(6)).Select(item => Sample.Planned($"{item}", random.Next(1, 13)))])];
            case 6:
                return !isLast && random.Next(2) == 0
                    ? [new LectureFilingLapsed($"{of}/sessions/{id}/lecture", unit, version)]
                    : [new LectureFiled($"{of}/sessions/{id}/lecture", unit, $"备〔2023〕{version}号", day, version)];
            default:
                return random.Next(3) == 0
                    ? [new PlanReturned($"{of}/plans/{id}", unit, 2023, "补充", version)]
                    : [new PlanFiled($"{of}/plans/{id}", unit, 2023, day, version)];
        }
    }
}
