using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService
{
    public override async Task<V1.Indicator> UpdateIndicator(UpdateIndicatorRequest request, ServerCallContext context)
    {
        var asked = request.Indicator ?? new V1.Indicator();
        Masks.Writable(request.UpdateMask, "zh_name");
        new Violations().OptionalText("indicator.zh_name", asked.ZhName, 40).ThrowIfAny();
        var key = ResourceName.Parse("indicators/{indicator}", asked.Name, "indicator.name")[0];
        var indicator = IndicatorDictionary.Find(key) ?? throw IndicatorErrors.NotFound(asked.Name);
        var tops = await db.UnitViews.Where(unit => unit.Parent == null).Select(unit => unit.Path)
            .ToListAsync(context.CancellationToken);
        if (!tops.Exists(path => context.Caller().HasAny(context.Call().Roles, path)))
        {
            throw IndicatorErrors.TopUnitOnly(asked.Name);
        }

        var name = await db.IndicatorNames.FindAsync([key], context.CancellationToken);
        var wanted = asked.ZhName.Trim().Length > 0 ? asked.ZhName.Trim() : indicator.ZhName;
        if (name is null)
        {
            db.Add(new IndicatorName { Key = key, ZhName = wanted });
        }
        else
        {
            name.ZhName = wanted;
        }

        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(indicator, await IndicatorNames.LoadAsync(db, context.CancellationToken));
    }
}
