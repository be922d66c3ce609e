using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Grants;

internal sealed partial class GrantService
{
    public override async Task<V1.Grant> RevokeGrant(RevokeGrantRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("grants/{grant}", request.Name)[0];
        var grant = await VisibleTo(context.Call())
                .SingleOrDefaultAsync(grant => grant.Id == id, context.CancellationToken)
            ?? throw GrantErrors.NotFound(request.Name);

        // Also keeps the last security administrator: nobody else can take that role away.
        if (grant.Person == context.Caller().Person)
        {
            throw GrantErrors.ToOneself();
        }

        grant.RequireEtag(request.Etag);
        grant.Revoke(clock.GetUtcNow());
        await db.AnnounceAsync(grant.ToEvent(clock.Today()), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(grant);
    }
}
