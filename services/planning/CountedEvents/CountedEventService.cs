using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Tally.V1;
using StudySuite.Defaults.Counting;
using StudySuite.Events;
using StudySuite.Planning.Amendments;
using StudySuite.Planning.Plans;

namespace StudySuite.Planning.CountedEvents;

/// <summary>What counts of planning: what a year's plan asks for, and whether it is filed.</summary>
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
        var (units, years) = (plans.ConvertAll(plan => plan.Unit), plans.ConvertAll(plan => plan.Year));
        var passed = (await db.PlanVersions.AsNoTracking()
                .Where(version => units.Contains(version.Unit) && years.Contains(version.Year)).ToListAsync(cancellationToken))
            .ToDictionary(version => (version.Unit, version.Year, version.Number));
        return [.. plans.Select(plan => new CountedRecord(
            plan.Unit, plan.Year.ToString(CultureInfo.InvariantCulture),
            [.. ItemsOf(plan, passed.GetValueOrDefault((plan.Unit, plan.Year, plan.VersionNumber))), .. EventsOf(plan)]))];
    }

    /// <summary>What was passed last holds also while the plan is being changed.</summary>
    private static IEnumerable<IEvent> ItemsOf(AnnualPlan plan, PlanVersion? passed)
    {
        if (passed is null)
        {
            return [];
        }

        List<PlannedItem> items = [.. passed.Text.Items.Select(item => item.ToEvent())];
        return plan.State == Plans.PlanState.Amended
            ? [new PlanAmended(
                plan.ResourceName, plan.Unit, plan.Year, passed.Number, passed.ApprovedOn, passed.Reason, plan.Version, items)]
            : [new PlanApproved(plan.ResourceName, plan.Unit, plan.Year, passed.ApprovedOn, plan.Version, items)];
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
