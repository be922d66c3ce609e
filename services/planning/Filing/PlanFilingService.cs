using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Filing;

internal sealed partial class PlanFilingService(PlanningDbContext db, TimeProvider clock)
    : V1.PlanFilingService.PlanFilingServiceBase
{
    private const int MostUnits = 2000;

    public override async Task<ListPlanFilingsResponse> ListPlanFilings(ListPlanFilingsRequest request, ServerCallContext context)
    {
        new Violations().Range("year", request.Year, 2000, 2100).ThrowIfAny();
        var (path, today) = (context.Call().UnitPath!, clock.Today());
        var units = await db.UnitViews.AsNoTracking()
            .Where(unit => unit.Path.StartsWith(path) && (unit.ClosedOn == null || unit.ClosedOn > today))
            .OrderBy(unit => unit.Order).ThenBy(unit => unit.Code).Take(MostUnits)
            .ToListAsync(context.CancellationToken);
        var standing = await ReadAsync(request.Year, null, context.CancellationToken);

        return new ListPlanFilingsResponse
        {
            PlanFilings =
            {
                units.Select(unit => standing.ToProto(unit, today))
                    .Where(filing => !request.OnlyOpen || filing.State is not (PlanFilingState.Filed or PlanFilingState.Accepted)),
            },
        };
    }

    private async Task<Standing> ReadAsync(int year, string? unit, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.AsNoTracking().Where(plan => plan.Year == year && (unit == null || plan.Unit == unit))
            .Select(plan => new { plan.Unit, plan.State, plan.FiledOn })
            .ToDictionaryAsync(plan => plan.Unit, plan => (plan.State, plan.FiledOn), cancellationToken);
        var terms = await db.FilingTerms.AsNoTracking().Where(term => term.Year == year && (unit == null || term.Unit == unit))
            .ToDictionaryAsync(term => term.Unit, cancellationToken);
        return new Standing(year, plans, terms, await Rules.LoadAsync(db, clock.Today(), cancellationToken));
    }

    /// <summary>All there is to say about filings of one year.</summary>
    private sealed record Standing(
        int Year, Dictionary<string, (Plans.PlanState State, DateOnly? FiledOn)> Plans, Dictionary<string, FilingTerm> Terms,
        Rules County)
    {
        public PlanFiling ToProto(UnitView unit, DateOnly today)
        {
            var rules = County.For(unit.Code, unit.Kind);
            var term = Terms.GetValueOrDefault(unit.Code);
            var deadline = FilingTerms.DeadlineOf(term, rules, Year);
            var isThere = Plans.TryGetValue(unit.Code, out var plan);
            var isAnswered = isThere && plan.State is Planning.Plans.PlanState.Accepted or Planning.Plans.PlanState.Amended;
            var isFiled = isAnswered || (isThere && plan.State == Planning.Plans.PlanState.Filed);
            var endsOn = isThere && plan.FiledOn is { } filed ? filed : today;
            return new PlanFiling
            {
                Name = PlanName.Of(unit.Code, Year),
                UnitName = unit.Name,
                PlanState = isThere ? (V1.PlanState)plan.State : V1.PlanState.Unspecified,
                DueOn = deadline.DueOn.ToText(),
                FiledOn = isThere ? plan.FiledOn.ToText() : "",
                DaysLate = deadline.IsPaused ? 0 : Math.Max(0, endsOn.DayNumber - deadline.DueOn.DayNumber),
                PausedOn = deadline.PausedOn.ToText(),
                Reason = term?.Reason ?? "",
                State = isAnswered ? PlanFilingState.Accepted
                    : isFiled ? PlanFilingState.Filed
                    : deadline.IsPaused ? PlanFilingState.Paused
                    : deadline.DueOn < today ? PlanFilingState.Overdue
                    : deadline.DueOn.AddDays(-rules.Number("plan.alert_before_days")) <= today ? PlanFilingState.DueSoon
                    : PlanFilingState.Pending,
            };
        }
    }
}
