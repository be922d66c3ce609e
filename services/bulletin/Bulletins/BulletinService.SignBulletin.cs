using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> SignBulletin(SignBulletinRequest request, ServerCallContext context)
    {
        new Violations().OptionalText("opinion", request.Opinion, 500).ThrowIfAny();
        var bulletin = await FindAsync(request.Name, context);
        bulletin.RequireEtag(request.Etag);

        bulletin.Sign(context.Caller().Person, context.Caller().Name, request.Opinion, clock.GetUtcNow());
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(bulletin, context);
    }

    public override async Task<V1.Bulletin> ReturnBulletin(ReturnBulletinRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 1000).ThrowIfAny();
        var bulletin = await FindAsync(request.Name, context);

        bulletin.Return(request.Reason);
        db.RemoveRange(await db.Annexes
            .Where(annex => annex.Unit == bulletin.Unit && annex.Bulletin == bulletin.Id)
            .ToListAsync(context.CancellationToken));
        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(bulletin, context);
    }
}
