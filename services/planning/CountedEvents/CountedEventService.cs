using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Tally.V1;
using StudySuite.Defaults.Counting;
using StudySuite.Events;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.CountedEvents;

/// <summary>What counts of planning: whether a year's plan is filed.</summary>
internal sealed class CountedEventService(PlanningDbContext db) : V1.CountedEventService.CountedEventServiceBase
{
    public override Task ListCountedEvents(
        ListCountedEventsRequest request, IServerStreamWriter<ListCountedEventsResponse> responseStream,
        ServerCallContext context) => CountedEventStream.SendAsync(request, responseStream, context, PlansAsync);

    private async Task<List<CountedRecord>> PlansAsync(string unit, string id, int size, CancellationToken cancellationToken)
    {
        var year = int.TryParse(id, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var plans = await db.Plans.AsNoTracking()
            .Where(plan => plan.Unit.CompareTo(unit) > 0 || (plan.Unit == unit && plan.Year > year))
            .OrderBy(plan => plan.Unit).ThenBy(plan => plan.Year).Take(size).ToListAsync(cancellationToken);
        return [.. plans.Select(plan => new CountedRecord(
            plan.Unit, plan.Year.ToString(CultureInfo.InvariantCulture), [.. EventsOf(plan)]))];
    }

    private static IEnumerable<IEvent> EventsOf(AnnualPlan plan) => plan switch
    {
        { FiledOn: { } on, State: Plans.PlanState.Filed or Plans.PlanState.Accepted or Plans.PlanState.Amended } =>
            [new PlanFiled(plan.ResourceName, plan.Unit, plan.Year, on, plan.Version)],
        { ReturnReason.Length: > 0 } =>
            [new PlanReturned(plan.ResourceName, plan.Unit, plan.Year, plan.ReturnReason, plan.Version)],
        _ => [],
    };
}
