using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Grants;

internal sealed partial class GrantService(DirectoryDbContext db, TimeProvider clock) : V1.GrantService.GrantServiceBase
{
    public override async Task<ListGrantsResponse> ListGrants(ListGrantsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var grants = VisibleTo(context.Call()).AsNoTracking();
        if (request.Person.Length > 0)
        {
            var person = ResourceName.Parse("people/{person}", request.Person, "person")[0];
            grants = grants.Where(grant => grant.Person == person);
        }

        if (!request.ShowRevoked)
        {
            grants = grants.Where(grant => grant.RevokedAt == null);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            grants = grants.Where(grant => grant.Id.CompareTo(after.Id) > 0);
        }

        var read = await grants.OrderBy(grant => grant.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, grant => new PageKey(grant.Id));

        return new ListGrantsResponse { Grants = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>Grants on units below the caller's own; those on the whole deployment for who holds it all.</summary>
    private IQueryable<RoleGrant> VisibleTo(CallContext call)
    {
        var units = db.UnitViews.GrantedTo(call).Select(view => view.Code);
        var holdsAll = call.Caller!.HasAny(call.Roles, "/");
        return db.Grants.Where(grant => grant.Unit == null ? holdsAll : units.Contains(grant.Unit));
    }

    private static V1.Grant ToProto(RoleGrant grant) => new()
    {
        Name = grant.ResourceName,
        Person = $"people/{grant.Person}",
        Role = grant.Role,
        Unit = grant.Unit is null ? "" : $"units/{grant.Unit}",
        CreateTime = grant.CreatedAt.ToTimestamp(),
        RevokeTime = grant.RevokedAt?.ToTimestamp(),
        Etag = grant.Etag,
        FromDate = grant.FromDate.ToText(),
        ToDate = grant.ToDate.ToText(),
    };

    private sealed record PageKey(string Id);
}
