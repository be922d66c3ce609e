using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Units;

internal sealed partial class UnitService
{
    /// <summary>Names and places of that day; kind, level and liaison have no history.</summary>
    private async Task<ListUnitsResponse> ListUnitsAsOfAsync(ListUnitsRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var day = wrong.Date("as_of", request.AsOf);
        wrong.ThrowIfAny();
        var size = Paging.Size(request.PageSize);
        var visible = db.UnitViews.GrantedTo(context.Call());
        var periods = db.UnitPeriods.AsOf(day).Where(period => visible.Any(view => view.Code == period.Unit));
        if (request.Ancestor.Length > 0)
        {
            var code = ResourceName.Parse("units/{unit}", request.Ancestor, "ancestor")[0];
            var top = await periods.Where(period => period.Unit == code).Select(period => period.Path)
                .SingleOrDefaultAsync(context.CancellationToken) ?? throw CommonErrors.UnitNotFound(code);
            periods = periods.Where(period => period.Path.StartsWith(top));
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            periods = periods.Where(period => period.Path.CompareTo(after.Path) > 0);
        }

        var rows = periods.Join(db.Units, period => period.Unit, unit => unit.Code, (period, unit) => new { period, unit });
        if (!request.ShowClosed)
        {
            rows = rows.Where(row => row.unit.ClosedOn == null || row.unit.ClosedOn >= day);
        }

        var read = await rows.OrderBy(row => row.period.Path).Take(size + 1).ToListAsync(context.CancellationToken);
        var (page, next) = Paging.Cut(read, size, row => new PageKey(row.period.Path));

        return new ListUnitsResponse { Units = { page.Select(row => With(ToProto(row.unit), row.period)) }, NextPageToken = next };
    }

    private static V1.Unit With(V1.Unit unit, UnitPeriod period)
    {
        unit.DisplayName = period.DisplayName;
        unit.ParentUnit = period.Parent is null ? "" : $"units/{period.Parent}";
        unit.Path = period.Path;
        unit.Order = period.Order;
        unit.Since = period.Since.ToText();
        return unit;
    }
}
