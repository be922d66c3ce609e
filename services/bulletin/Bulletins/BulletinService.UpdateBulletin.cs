using Grpc.Core;
using StudySuite.Bulletin.Drafts;
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
}
