using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.Activities;

/// <summary>
/// Whether the plan items that activities name are in a passed plan of the unit. Asked when a link is made, not later: an
/// amendment that takes an item out does not hinder the correction of what was done for it.
/// </summary>
internal static class PlanItemLinks
{
    public const string Pattern = "units/{unit}/plans/{year}/items/{item}";

    public static async Task CheckAsync(
        SessionsDbContext db, string unit, IReadOnlyList<(string At, V1.Activity Asked)> activities, Violations wrong,
        CancellationToken cancellationToken)
    {
        // What is no name of an item of the unit is told already.
        var named = activities.Select(one => (Field: $"{one.At}.plan_item", Item: one.Asked.PlanItem))
            .Where(link => Defaults.Requests.ResourceName.TryParse(Pattern, link.Item)?[0] == unit)
            .ToLookup(link => link.Item[..link.Item.LastIndexOf("/items/", StringComparison.Ordinal)]);
        var plans = named.Select(plan => plan.Key).ToList();
        var known = plans.Count == 0 ? [] : (await db.PlanViews.AsNoTracking().Where(view => plans.Contains(view.Plan))
            .ToListAsync(cancellationToken)).SelectMany(view => view.Items.Select(item => $"{view.Plan}/items/{item.Item}")).ToHashSet();
        foreach (var (field, item) in named.SelectMany(links => links).Where(link => !known.Contains(link.Item)))
        {
            wrong.Add(field, "PLAN_ITEM_UNKNOWN", ("value", item));
        }
    }
}
