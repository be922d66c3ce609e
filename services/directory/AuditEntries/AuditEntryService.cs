using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Units;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.AuditEntries;

internal sealed class AuditEntryService(DirectoryDbContext db) : V1.AuditEntryService.AuditEntryServiceBase
{
    public override async Task<ListAuditEntriesResponse> ListAuditEntries(
        ListAuditEntriesRequest request, ServerCallContext context)
    {
        // The trail is one for all units, so the role must hold for all.
        if (!context.Caller().Has(Role.AuditAdmin, await db.RootPathAsync(context.CancellationToken)))
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }

        var size = Paging.Size(request.PageSize);
        var before = Paging.After<PageKey>(request.PageToken)?.Sequence ?? long.MaxValue;
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Sequence < before);
        if (request.Resource.Length > 0)
        {
            var below = request.Resource + "/";
            entries = entries.Where(entry => entry.Resource == request.Resource || entry.Resource.StartsWith(below));
        }

        if (request.Actor.Length > 0)
        {
            var actor = request.Actor == "system"
                ? request.Actor
                : ResourceName.Parse("people/{person}", request.Actor, "actor")[0];
            entries = entries.Where(entry => entry.Actor == actor);
        }

        var read = await entries.OrderByDescending(entry => entry.Sequence).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, entry => new PageKey(entry.Sequence));

        return new ListAuditEntriesResponse { AuditEntries = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private static V1.AuditEntry ToProto(Defaults.Audit.AuditEntry entry) => new()
    {
        Name = $"auditEntries/{entry.Sequence}",
        Time = entry.At.ToTimestamp(),
        Actor = entry.Actor == "system" ? entry.Actor : $"people/{entry.Actor}",
        Action = entry.Action,
        Resource = entry.Resource,
        Outcome = entry.Outcome,
        TraceId = entry.TraceId ?? "",
    };

    private sealed record PageKey(long Sequence);
}
