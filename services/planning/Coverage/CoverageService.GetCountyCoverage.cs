using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Filing;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Coverage;

internal sealed partial class CoverageService
{
    public override async Task<CountyCoverage> GetCountyCoverage(GetCountyCoverageRequest request, ServerCallContext context)
    {
        var (code, year) = Parse("units/{unit}/countyCoverage/{year}", request.Name);
        var (today, path) = (clock.Today(), context.Call().UnitPath!);
        var county = await ReadAsync(year, path, today, context.CancellationToken);

        var answer = new CountyCoverage
        {
            Name = $"units/{code}/countyCoverage/{year}", Units = county.Units.Count, Totals = new CoverageCounts(),
        };
        foreach (var unit in county.Units)
        {
            var row = county.RowOf(unit, year, today);
            answer.Totals.Add(row.Counts);
            answer.UnitsWithoutPlan += row.Reasons.Contains(ExceptionReason.NoPlan) ? 1 : 0;
            if (row.Reasons.Count > 0 || request.AllUnits)
            {
                answer.Exceptions.Add(row);
            }
        }

        return answer;
    }

    /// <summary>A handful of queries, however many units: what remains is counting.</summary>
    private async Task<County> ReadAsync(int year, string path, DateOnly today, CancellationToken cancellationToken)
    {
        var units = await db.UnitViews.AsNoTracking()
            .Where(unit => unit.Path.StartsWith(path) && (unit.ClosedOn == null || unit.ClosedOn > today))
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code)
            .ToListAsync(cancellationToken);
        var below = db.UnitViews.Where(unit => unit.Path.StartsWith(path)).Select(unit => unit.Code);
        var plans = await db.PlanOutlines.Where(plan => plan.Year == year && below.Contains(plan.Unit))
            .ToDictionaryAsync(plan => plan.Unit, cancellationToken);
        var sessions = (await db.CoveredSessions.AsNoTracking()
            .Where(session => session.Year == year && below.Contains(session.Unit))
            .ToListAsync(cancellationToken)).ToLookup(session => session.Unit);
        var terms = await db.FilingTerms.AsNoTracking().Where(term => term.Year == year)
            .ToDictionaryAsync(term => term.Unit, cancellationToken);
        return new County(
            units, plans, sessions, terms, await db.InForceAsync(year, cancellationToken),
            await Rules.LoadAsync(db, today, cancellationToken));
    }

    private sealed record County(
        List<UnitView> Units, Dictionary<string, PlanOutline> Plans, ILookup<string, CoveredSession> Sessions,
        Dictionary<string, FilingTerm> Terms, List<PlacedArrangement> InForce, Rules Rules)
    {
        public UnitException RowOf(UnitView unit, int year, DateOnly today)
        {
            var plan = Plans.GetValueOrDefault(unit.Code);
            var items = plan is { IsInForce: true } ? plan.Items : [];
            var progress = UnitProgress.Of(
                year, items, [.. Sessions[unit.Code]], MandatoryFor(unit, InForce, today), today);

            var row = new UnitException { Unit = $"units/{unit.Code}", UnitName = unit.Name, Counts = progress.Count(today) };
            var deadline = FilingTerms.DeadlineOf(Terms.GetValueOrDefault(unit.Code), Rules.For(unit.Code, unit.Kind), year);
            AddIf(plan is not { IsInForce: true }, ExceptionReason.NoPlan);
            AddIf(plan?.FiledOn is null && !deadline.IsPaused && deadline.DueOn < today, ExceptionReason.FilingOverdue);
            AddIf(row.Counts.Missed > 0, ExceptionReason.ItemMissed);
            // A unit without a plan is told once, not topic by topic.
            AddIf(plan is { IsInForce: true } && row.Counts.MandatoryNotPlanned > 0, ExceptionReason.TopicNotPlanned);
            AddIf(row.Counts.MandatoryLate > 0, ExceptionReason.TopicLate);
            return row;

            void AddIf(bool holds, ExceptionReason reason)
            {
                if (holds)
                {
                    row.Reasons.Add(reason);
                }
            }
        }
    }
}
