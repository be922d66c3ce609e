using Grpc.Core;
using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> UpdateBulletin(UpdateBulletinRequest request, ServerCallContext context)
    {
        var asked = request.Bulletin;
        var fields = Masks.Writable(request.UpdateMask, BulletinContent.Fields);
        await CheckAsync(asked, fields, new Violations(), context);
        var bulletin = await FindAsync(asked.Name, context);
        bulletin.RequireEtag(asked.Etag);

        bulletin.Write(await AppliedAsync(bulletin, asked, fields, context));
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(bulletin, context);
    }

    public override async Task<V1.Bulletin> PrefillBulletin(PrefillBulletinRequest request, ServerCallContext context)
    {
        var bulletin = await FindAsync(request.Name, context);
        bulletin.RequireEtag(request.Etag);
        bulletin.RequireDraft();

        var issuer = await IssuerAsync(bulletin.Unit, context);
        var units = await db.LoadUnitsAsync(bulletin.Unit, true, bulletin.StartDate, context.CancellationToken);
        var figures = await Figures.ReadAsync(
            db, [.. units.Select(unit => unit.Code)], bulletin.Period, context.CancellationToken);
        var overview = Wording.Overview(
            bulletin.Year, bulletin.Half, bulletin.Period, issuer.Level, units.Count, figures);
        bulletin.Write(bulletin.Draft with { Text = bulletin.Draft.Text with { Overview = overview } });
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(bulletin, context);
    }
}
