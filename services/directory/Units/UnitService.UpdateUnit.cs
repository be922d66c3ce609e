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
        var fields = Masks.Writable(request.UpdateMask, "display_name", "order", "liaison");
        var wrong = new Violations();
        if (fields.Contains("display_name"))
        {
            wrong.Text("unit.display_name", asked.DisplayName, 100);
        }

        wrong.Range("unit.order", asked.Order, 0, 9999).OptionalText("unit.liaison", asked.Liaison, 100);
        var effectiveOn = EffectiveOn(request.EffectiveOn, wrong);
        wrong.ThrowIfAny();
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

        if (fields.Contains("liaison"))
        {
            unit.Reach(asked.Liaison);
        }

        // An event without a change would take the version of the next one.
        if (db.ChangeTracker.HasChanges())
        {
            unit.ChangeOn(effectiveOn);
            await db.KeepAsync(unit, context.CancellationToken);
            await db.AnnounceAsync(unit.ToEvent(), context.CancellationToken);
        }

        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(unit);
    }

    private DateOnly EffectiveOn(string asked, Violations wrong)
    {
        var day = wrong.OptionalDate("effective_on", asked) ?? clock.Today();
        wrong.AddIf(day > clock.Today(), "effective_on", "DATE_IN_FUTURE");
        return day;
    }
}
