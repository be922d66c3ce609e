using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Coverage;

internal sealed partial class CoverageService(PlanningDbContext db, TimeProvider clock) : V1.CoverageService.CoverageServiceBase
{
    public override async Task<UnitCoverage> GetUnitCoverage(GetUnitCoverageRequest request, ServerCallContext context)
    {
        var (code, year) = Parse("units/{unit}/coverage/{year}", request.Name);
        var (today, cancellationToken) = (clock.Today(), context.CancellationToken);
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == code, cancellationToken);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Unit == code && p.Year == year, cancellationToken);
        var sessions = await db.CoveredSessions.AsNoTracking().Where(s => s.Unit == code && s.Year == year)
            .ToListAsync(cancellationToken);
        var mandatory = MandatoryFor(unit, await db.InForceAsync(year, cancellationToken), today);

        var items = plan is { IsInForce: true } or { VersionNumber: > 0 } ? plan.Items : [];
        var progress = UnitProgress.Of(year, items, sessions, mandatory, today);

        return new UnitCoverage
        {
            Name = $"units/{code}/coverage/{year}",
            UnitName = unit.Name,
            Counts = progress.Count(today),
            Items = { progress.Items.Select(row => ToProto(row, code, year)) },
            Topics = { progress.Topics.Select(ToProto) },
            Unplanned = { progress.Unplanned.Select(ToProto) },
        };
    }

    private static (string Unit, int Year) Parse(string pattern, string name)
    {
        var parts = ResourceName.Parse(pattern, name);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100
            ? (parts[0], year)
            : throw CommonErrors.NameInvalid("name", name, pattern);
    }

    private static IEnumerable<(Arrangements.ThematicArrangement Arrangement, Arrangements.ArrangementTopic Topic)> MandatoryFor(
        UnitView unit, List<PlacedArrangement> inForce, DateOnly today) => inForce
        .Where(placed => placed.IsFor(unit, today))
        .SelectMany(placed => placed.Arrangement.MandatoryTopics, (placed, topic) => (placed.Arrangement, topic));

    private static CoverageItem ToProto(ItemProgress row, string unit, int year) => new()
    {
        Item = $"units/{unit}/plans/{year}/items/{row.Item.Id}",
        Month = row.Item.Month,
        Topic = row.Item.Topic,
        State = (V1.CoverageState)row.State,
        Moved = row.IsMoved,
        Sessions = { row.Sessions.Select(ToProto) },
    };

    private static CoverageTopic ToProto(TopicProgress row) => new()
    {
        Topic = row.Arrangement.TopicName(row.Topic.Id),
        Title = row.Topic.Title,
        EndsOn = row.Topic.EndsOn.ToText(),
        State = (V1.CoverageState)row.State,
    };

    private static CoverageSession ToProto(CoveredSession session) => new()
    {
        Session = session.Session,
        Topic = session.Topic,
        Day = session.On.ToText(),
        Held = session.IsHeld,
        Cancelled = session.Step == SessionStep.Cancelled,
    };
}

internal static class CoverageCounting
{
    public static CoverageCounts Count(this UnitProgress progress, DateOnly today)
    {
        var states = progress.Items.ConvertAll(row => row.State);
        return new CoverageCounts
        {
            Planned = states.Count,
            Held = states.Count(state => state == CoverageState.Held),
            Moved = progress.Items.Count(row => row.IsMoved),
            Missed = states.Count(state => state == CoverageState.Missed),
            Ahead = states.Count(state => state is CoverageState.Ahead or CoverageState.Scheduled),
            Unplanned = progress.Unplanned.Count(session => session.IsHeld),
            Cancelled = progress.Cancelled,
            Mandatory = progress.Topics.Count,
            MandatoryOpen = progress.Topics.Count(row => row.State != CoverageState.Held),
            MandatoryNotPlanned = progress.Topics.Count(row => row.State == CoverageState.NotPlanned),
            MandatoryLate = progress.Topics.Count(row => row.IsLate(today)),
        };
    }

    public static void Add(this CoverageCounts sum, CoverageCounts counts)
    {
        sum.Planned += counts.Planned;
        sum.Held += counts.Held;
        sum.Moved += counts.Moved;
        sum.Missed += counts.Missed;
        sum.Ahead += counts.Ahead;
        sum.Unplanned += counts.Unplanned;
        sum.Cancelled += counts.Cancelled;
        sum.Mandatory += counts.Mandatory;
        sum.MandatoryOpen += counts.MandatoryOpen;
        sum.MandatoryNotPlanned += counts.MandatoryNotPlanned;
        sum.MandatoryLate += counts.MandatoryLate;
    }
}
