using Microsoft.EntityFrameworkCore;
using StudySuite.Events;

namespace StudySuite.Sessions.PlanItems;

internal static class PlannedItems
{
    public static async Task TakeAsync(
        this SessionsDbContext db, string plan, IReadOnlyList<PlannedItem> items, long version,
        CancellationToken cancellationToken)
    {
        var view = await db.PlanViews.SingleOrDefaultAsync(p => p.Plan == plan, cancellationToken)
            ?? db.Add(new PlanView { Plan = plan }).Entity;
        view.Take(items, version);
    }

    /// <param name="name"><c>units/{unit}/plans/{year}/items/{item}</c>, or another text.</param>
    /// <returns>Null when no passed plan that has come to be known has it.</returns>
    public static async Task<PlannedItem?> FindPlannedAsync(
        this SessionsDbContext db, string? name, CancellationToken cancellationToken)
    {
        var end = name?.LastIndexOf("/items/", StringComparison.Ordinal) ?? -1;
        if (end < 0)
        {
            return null;
        }

        var (plan, id) = (name![..end], name[(end + "/items/".Length)..]);
        var view = await db.PlanViews.AsNoTracking().SingleOrDefaultAsync(p => p.Plan == plan, cancellationToken);
        return view?.Items.Find(item => item.Item == id);
    }

    /// <summary>The same forms as sessions have, by their name in the contract.</summary>
    public static IEnumerable<V1.SessionForm> SessionForms(this PlannedItem item) => Enum.GetValues<V1.SessionForm>()
        .Where(form => form != V1.SessionForm.Unspecified && item.Forms.Contains(form.UpperSnake()));
}
