using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Delegations;

internal sealed partial class DelegationService(DirectoryDbContext db, TimeProvider clock)
    : V1.DelegationService.DelegationServiceBase
{
    public override async Task<ListDelegationsResponse> ListDelegations(ListDelegationsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var delegations = db.Delegations.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            delegations = delegations.Where(delegation => delegation.FromDate < after.FromDate
                || (delegation.FromDate == after.FromDate && delegation.Id.CompareTo(after.Id) > 0));
        }

        var read = await delegations.OrderByDescending(delegation => delegation.FromDate).ThenBy(delegation => delegation.Id)
            .Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, delegation => new PageKey(delegation.FromDate, delegation.Id));

        return new ListDelegationsResponse { Delegations = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override async Task<V1.Delegation> RevokeDelegation(RevokeDelegationRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/delegations/{delegation}", request.Name)[1];
        var delegation = await db.Delegations.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(delegation => delegation.Id == id, context.CancellationToken)
            ?? throw DelegationErrors.NotFound(request.Name);
        RequireOwnRole(context.Call());

        delegation.RequireEtag(request.Etag);
        delegation.Revoke(clock.GetUtcNow());
        await db.AnnounceAsync(delegation, clock.Today(), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(delegation);
    }

    private static void RequireOwnRole(CallContext call)
    {
        if (call.ActingFor is not null)
        {
            throw DelegationErrors.ByDeputy();
        }
    }

    private static V1.Delegation ToProto(Delegation delegation) => new()
    {
        Name = delegation.ResourceName,
        Deputy = $"people/{delegation.Deputy}",
        Leader = $"people/{delegation.Leader}",
        FromDate = delegation.FromDate.ToText(),
        ToDate = delegation.ToDate.ToText(),
        Reason = delegation.Reason,
        RevokeTime = delegation.RevokedAt?.ToTimestamp(),
        Etag = delegation.Etag,
    };

    private sealed record PageKey(DateOnly FromDate, string Id);
}
