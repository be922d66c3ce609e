using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Annexes;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> GetBulletin(GetBulletinRequest request, ServerCallContext context) =>
        await ToProtoAsync(await FindAsync(request.Name, context), context);

    public override async Task<ListBulletinsResponse> ListBulletins(ListBulletinsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var bulletins = db.Bulletins.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            bulletins = bulletins.Where(b => b.Unit.CompareTo(after.Unit) > 0
                || (b.Unit == after.Unit && b.Id.CompareTo(after.Id) > 0));
        }

        var read = await bulletins.OrderBy(b => b.Unit).ThenBy(b => b.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, b => new PageKey(b.Unit, b.Id));
        var maxChars = (await RulesAsync(context)).Number(MaxCharsKey);

        return new ListBulletinsResponse { Bulletins = { rows.Select(b => ToProto(b, maxChars)) }, NextPageToken = next };
    }

    public override async Task<V1.BulletinAnnex> GetBulletinAnnex(GetBulletinAnnexRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse($"{Pattern}/annex", request.Name)[1];
        var bulletin = await FindByIdAsync(id, request.Name, context);

        var units = await db.LoadUnitsAsync(bulletin.Unit, true, bulletin.StartDate, context.CancellationToken);
        var frozen = await db.Annexes.AsNoTracking().SingleOrDefaultAsync(
            annex => annex.Unit == bulletin.Unit && annex.Bulletin == bulletin.Id, context.CancellationToken);
        var table = frozen?.Table ?? await FigureTable.ReadAsync(
            db, units, bulletin.Period, IndicatorDictionary.Annex, context.CancellationToken, withPrevious: true);
        var corrections = frozen is null
            ? []
            : await LateCorrections.FindAsync(db, table, units.Select(unit => unit.Code), context.CancellationToken);

        return new V1.BulletinAnnex
        {
            Name = request.Name,
            Table = table.ToProto(),
            FreezeTime = bulletin.FrozenAt?.ToTimestamp(),
            LateCorrections = { corrections },
        };
    }

    private sealed record PageKey(string Unit, string Id);
}
