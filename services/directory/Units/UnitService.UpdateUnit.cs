using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Units;

internal sealed partial class UnitService
{
    public override async Task<V1.Unit> UpdateUnit(UpdateUnitRequest request, ServerCallContext context)
    {
        var asked = request.Unit ?? new V1.Unit();
        var fields = Masks.Writable(request.UpdateMask, "display_name", "order");
        var wrong = new Violations();
        if (fields.Contains("display_name"))
        {
            wrong.Text("unit.display_name", asked.DisplayName, 100);
        }

        wrong.Range("unit.order", asked.Order, 0, 9999).ThrowIfAny();
        var unit = await FindAsync(asked.Name, context.CancellationToken);

        unit.RequireEtag(asked.Etag);
        if (fields.Contains("display_name"))
        {
            unit.Rename(asked.DisplayName);
        }

        if (fields.Contains("order"))
        {
            unit.PlaceAt(asked.Order);
        }

        // An event without a change would take the version of the next one.
        if (db.ChangeTracker.HasChanges())
        {
            await db.AnnounceAsync(unit.ToEvent(), context.CancellationToken);
        }

        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(unit);
    }
}
