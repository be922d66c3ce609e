using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;

namespace StudySuite.Bulletin.Rebuild;

internal sealed class RebuildService(BulletinDbContext db, FactRebuild rebuild) : V1.RebuildService.RebuildServiceBase
{
    public override async Task<RebuildStatisticsResponse> RebuildStatistics(
        RebuildStatisticsRequest request, ServerCallContext context)
    {
        // The facts of all units are one book.
        var tops = await db.UnitViews.Where(unit => unit.Parent == null).Select(unit => unit.Path)
            .ToListAsync(context.CancellationToken);
        if (!tops.Exists(path => context.Caller().HasAny(context.Call().Roles, path)))
        {
            throw RebuildErrors.TopUnitOnly("statistics");
        }

        var result = await rebuild.RunAsync(context.CancellationToken);
        db.Audit("statistics");
        await db.SaveChangesAsync(context.CancellationToken);

        return new RebuildStatisticsResponse
        {
            RecordCount = result.Records, FactCount = result.Facts, ChangedFactCount = result.ChangedFacts,
        };
    }
}
