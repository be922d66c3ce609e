using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Arrangements;

/// <summary>Issued arrangements where a unit reads them: under its own name.</summary>
internal sealed class ReceivedArrangementService(PlanningDbContext db, TimeProvider clock)
    : V1.ReceivedArrangementService.ReceivedArrangementServiceBase
{
    public override async Task<ReceivedArrangement> GetReceivedArrangement(
        GetReceivedArrangementRequest request, ServerCallContext context) => ToProto(
        await db.FindReceivedAsync(request.Name, context.Call(), clock.Today(), context.CancellationToken), context.Call().Unit!);

    public override async Task<ListReceivedArrangementsResponse> ListReceivedArrangements(
        ListReceivedArrangementsRequest request, ServerCallContext context)
    {
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(
            view => view.Code == context.Call().Unit, context.CancellationToken);
        var issued = await db.IssuedAsync(context.CancellationToken);

        return new ListReceivedArrangementsResponse
        {
            ReceivedArrangements =
            {
                issued.Where(placed => (request.Year == 0 || placed.Arrangement.Year == request.Year)
                        && placed.IsFor(unit, clock.Today()))
                    .OrderByDescending(placed => placed.Arrangement.IssuedOn).ThenBy(placed => placed.Arrangement.Id).Take(200)
                    .Select(placed => ToProto(placed.Arrangement, unit.Code)),
            },
        };
    }

    private static ReceivedArrangement ToProto(ThematicArrangement arrangement, string unit) => new()
    {
        Name = $"units/{unit}/receivedArrangements/{arrangement.Id}",
        Arrangement = arrangement.ToProto(forIssuer: false),
    };
}

internal static class ReceivedArrangements
{
    public static async Task<ThematicArrangement> FindReceivedAsync(
        this PlanningDbContext db, string name, CallContext call, DateOnly today, CancellationToken cancellationToken)
    {
        var id = ResourceName.Parse("units/{unit}/receivedArrangements/{arrangement}", name)[1];
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == call.Unit, cancellationToken);
        var placed = (await db.IssuedAsync(cancellationToken, id)).SingleOrDefault(issued => issued.IsFor(unit, today));
        return placed?.Arrangement ?? throw ArrangementErrors.NotFound(name);
    }

    /// <summary>All that left the issuer, withdrawn ones too; there are a few a year.</summary>
    public static async Task<List<PlacedArrangement>> IssuedAsync(
        this PlanningDbContext db, CancellationToken cancellationToken, string? id = null) =>
        await db.Arrangements.AsNoTracking()
            .Where(a => a.State != ArrangementState.Draft && (id == null || a.Id == id))
            .Join(db.UnitViews, a => a.Unit, issuer => issuer.Code, (a, issuer) => new PlacedArrangement(a, issuer.Path))
            .ToListAsync(cancellationToken);
}
