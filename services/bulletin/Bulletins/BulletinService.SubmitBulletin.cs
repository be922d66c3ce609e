using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Annexes;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> SubmitBulletin(SubmitBulletinRequest request, ServerCallContext context)
    {
        var bulletin = await FindAsync(request.Name, context);
        bulletin.RequireEtag(request.Etag);

        var rules = await RulesAsync(context);
        bulletin.Submit(context.Caller().Person, rules.Rulebook, rules.Number(MaxCharsKey), clock.GetUtcNow());
        var units = await db.LoadUnitsAsync(bulletin.Unit, true, bulletin.StartDate, context.CancellationToken);
        db.Add(new FrozenAnnex
        {
            Unit = bulletin.Unit,
            Bulletin = bulletin.Id,
            Table = await FigureTable.ReadAsync(
                db, units, bulletin.Period, IndicatorDictionary.Annex, context.CancellationToken, withPrevious: true),
        });
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("frozen_annex"))
        {
            throw CommonErrors.LostRace();
        }

        return await ToProtoAsync(bulletin, context);
    }
}
