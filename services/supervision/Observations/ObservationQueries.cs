using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;

namespace StudySuite.Supervision.Observations;

internal static class ObservationQueries
{
    private const string Pattern = "units/{unit}/observations/{observation}";

    /// <summary>A sit-in that is only planned does not exist for the unit.</summary>
    public static IQueryable<Observation> ObservationsSeen(this SupervisionDbContext db, ServerCallContext context)
    {
        var own = context.Caller().OwnUnits();
        return db.Observations.VisibleTo(context.Call(), db)
            .Where(o => o.State != ObservationState.Planned || !own.Contains(o.Unit));
    }

    public static async Task<Observation> FindObservationAsync(
        this SupervisionDbContext db, string name, ServerCallContext context, string field = "name")
    {
        var id = ResourceName.Parse(Pattern, name, field)[1];
        return await db.ObservationsSeen(context).SingleOrDefaultAsync(o => o.Id == id, context.CancellationToken)
            ?? throw ObservationErrors.NotFound(name);
    }

    /// <summary>
    /// Keeps the row until the transaction ends, so that what is decided by its files is not overtaken. Call before it is read.
    /// </summary>
    public static Task HoldObservationAsync(this SupervisionDbContext db, string name, CancellationToken cancellationToken)
    {
        var parts = ResourceName.Parse(Pattern, name);
        db.ChangeTracker.Clear();
        return db.Observations.Where(o => o.Unit == parts[0] && o.Id == parts[1])
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Version, o => o.Version), cancellationToken);
    }
}
