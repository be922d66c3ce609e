using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Units;

internal sealed partial class UnitService
{
    public override async Task<V1.Unit> CreateUnit(CreateUnitRequest request, ServerCallContext context)
    {
        var asked = request.Unit ?? new V1.Unit();
        var wrong = new Violations()
            .AddIf(request.UnitId.Length == 0, "unit_id", "FIELD_REQUIRED")
            .OptionalId("unit_id", request.UnitId)
            .Text("unit.display_name", asked.DisplayName, 100)
            .Enum("unit.kind", asked.Kind)
            .Enum("unit.level", asked.Level)
            .OptionalText("unit.liaison", asked.Liaison, 100)
            .Range("unit.order", asked.Order, 0, 9999);
        var foundedOn = wrong.OptionalDate("founded_on", request.FoundedOn);
        wrong.ThrowIfAny();
        var parent = await FindParentAsync(asked.ParentUnit, context);

        var unit = Unit.Found(request.UnitId, parent, asked.DisplayName, asked.Kind, asked.Level, asked.Order, foundedOn);
        unit.Reach(asked.Liaison);
        if (await db.Units.AnyAsync(other => other.Code == unit.Code, context.CancellationToken))
        {
            throw UnitErrors.Exists(unit.Code);
        }

        db.Add(unit);
        await db.KeepAsync(unit, context.CancellationToken);
        await db.AnnounceAsync(unit.ToEvent(), context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("unit", "depth"))
        {
            throw UnitErrors.RootExists();
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("unit") || error.IsUniqueViolation("unit_period"))
        {
            throw UnitErrors.Exists(unit.Code);
        }

        return ToProto(unit);
    }

    private async Task<Unit?> FindParentAsync(
        string parentUnit, ServerCallContext context, string field = "unit.parent_unit")
    {
        var call = context.Call();
        if (parentUnit.Length == 0)
        {
            // The root is everybody's: an administrator of a part may not found it.
            return call.Caller!.HasAny(call.Roles, "/") ? null : throw CommonErrors.RoleMissing(call.Action);
        }

        var code = ResourceName.Parse("units/{unit}", parentUnit, field)[0];
        var parent = await db.Units.SingleOrDefaultAsync(unit => unit.Code == code, context.CancellationToken);
        return parent is not null && call.Caller!.HasAny(call.Roles, parent.Path)
            ? parent
            : throw CommonErrors.UnitNotFound(code);
    }
}
