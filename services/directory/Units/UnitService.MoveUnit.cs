using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Units;

internal sealed partial class UnitService
{
    public override async Task<V1.Unit> MoveUnit(MoveUnitRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("parent_unit", request.ParentUnit);
        var effectiveOn = EffectiveOn(request.EffectiveOn, wrong);
        wrong.ThrowIfAny();
        var unit = await FindAsync(request.Name, context.CancellationToken);
        var parent = (await FindParentAsync(request.ParentUnit, context, "parent_unit"))!;

        unit.RequireEtag(request.Etag);
        if (unit.Parent is null)
        {
            throw UnitErrors.RootNotMovable(unit);
        }

        if (parent.Path.StartsWith(unit.Path, StringComparison.Ordinal))
        {
            throw UnitErrors.BelowItself(unit);
        }

        unit.RequireOpen();
        parent.RequireOpen();
        await MoveAsync(unit, parent, effectiveOn, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(unit);
    }

    /// <summary>With all below it: each of them has another path from that day on, and each is announced.</summary>
    private async Task MoveAsync(Unit unit, Unit parent, DateOnly effectiveOn, CancellationToken cancellationToken)
    {
        var top = unit.Path;
        var below = await db.Units.Where(other => other.Path.StartsWith(top) && other.Code != unit.Code)
            .OrderBy(other => other.Path).ToListAsync(cancellationToken);
        var moved = new Dictionary<string, Unit> { [unit.Code] = unit };
        unit.PlaceUnder(parent);
        foreach (var other in below)
        {
            other.PlaceUnder(moved[other.Parent!]);
            moved.Add(other.Code, other);
        }

        foreach (var other in moved.Values)
        {
            // One below may have been renamed since; its history then tells the new place from that day on.
            other.ChangeOn(other == unit || other.Since < effectiveOn ? effectiveOn : other.Since);
            await db.KeepAsync(other, cancellationToken);
            await db.AnnounceAsync(other.ToEvent(), cancellationToken);
        }
    }
}
