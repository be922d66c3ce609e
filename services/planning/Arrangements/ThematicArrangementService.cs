using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Arrangements;

internal sealed partial class ThematicArrangementService(PlanningDbContext db, TimeProvider clock)
    : V1.ThematicArrangementService.ThematicArrangementServiceBase
{
    public override async Task<V1.ThematicArrangement> GetThematicArrangement(
        GetThematicArrangementRequest request, ServerCallContext context) =>
        (await FindAsync(request.Name, context)).ToProto();

    public override async Task<ListThematicArrangementsResponse> ListThematicArrangements(
        ListThematicArrangementsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var arrangements = db.Arrangements.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(a => request.Year == 0 || a.Year == request.Year);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            arrangements = arrangements.Where(a => a.Unit.CompareTo(after.Unit) > 0
                || (a.Unit == after.Unit && a.Id.CompareTo(after.Id) > 0));
        }

        var read = await arrangements.OrderBy(a => a.Unit).ThenBy(a => a.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, a => new PageKey(a.Unit, a.Id));

        return new ListThematicArrangementsResponse
        {
            ThematicArrangements = { rows.Select(row => row.ToProto()) }, NextPageToken = next,
        };
    }

    private async Task<ThematicArrangement> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/thematicArrangements/{arrangement}", name)[1];
        return await db.Arrangements.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(arrangement => arrangement.Id == id, context.CancellationToken)
            ?? throw ArrangementErrors.NotFound(name);
    }

    private sealed record PageKey(string Unit, string Id);
}
