using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Units;

internal sealed partial class UnitService(DirectoryDbContext db, TimeProvider clock) : V1.UnitService.UnitServiceBase
{
    public override async Task<V1.Unit> GetUnit(GetUnitRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var day = wrong.OptionalDate("as_of", request.AsOf);
        wrong.ThrowIfAny();

        var unit = ToProto(await FindAsync(request.Name, context.CancellationToken));
        if (day is null)
        {
            return unit;
        }

        var code = ResourceName.Parse("units/{unit}", request.Name)[0];
        var period = await db.UnitPeriods.AsOf(day.Value).SingleOrDefaultAsync(period => period.Unit == code, context.CancellationToken)
            ?? throw CommonErrors.UnitNotFound(code);
        return With(unit, period);
    }

    public override async Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        if (request.AsOf.Length > 0)
        {
            return await ListUnitsAsOfAsync(request, context);
        }

        var size = Paging.Size(request.PageSize);
        var visible = db.UnitViews.GrantedTo(context.Call());
        if (request.Ancestor.Length > 0)
        {
            var code = ResourceName.Parse("units/{unit}", request.Ancestor, "ancestor")[0];
            var top = await visible.Where(view => view.Code == code).Select(view => view.Path)
                .SingleOrDefaultAsync(context.CancellationToken) ?? throw CommonErrors.UnitNotFound(code);
            visible = visible.Where(view => view.Path.StartsWith(top));
        }

        var today = clock.Today();
        var units = db.Units.AsNoTracking().Where(unit => visible.Any(view => view.Code == unit.Code));
        if (!request.ShowClosed)
        {
            units = units.Where(unit => unit.ClosedOn == null || unit.ClosedOn >= today);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            units = units.Where(unit => unit.Path.CompareTo(after.Path) > 0);
        }

        var read = await units.OrderBy(unit => unit.Path).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, unit => new PageKey(unit.Path));

        return new ListUnitsResponse { Units = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<Unit> FindAsync(string name, CancellationToken cancellationToken)
    {
        var code = ResourceName.Parse("units/{unit}", name)[0];
        return await db.Units.SingleOrDefaultAsync(unit => unit.Code == code, cancellationToken)
            ?? throw CommonErrors.UnitNotFound(code);
    }

    private static V1.Unit ToProto(Unit unit) => new()
    {
        Name = unit.ResourceName,
        DisplayName = unit.DisplayName,
        Kind = unit.Kind,
        Level = unit.Level,
        ParentUnit = unit.Parent is null ? "" : $"units/{unit.Parent}",
        Path = unit.Path,
        Order = unit.Order,
        ClosedOn = unit.ClosedOn.ToText(),
        Etag = unit.Etag,
        Liaison = unit.Liaison,
        Since = unit.Since.ToText(),
    };

    private sealed record PageKey(string Path);
}
