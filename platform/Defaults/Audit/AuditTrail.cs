using System.Globalization;
using System.Text;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Audit.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Defaults.Audit;

/// <summary>
/// The RPCs on a service's own audit trail, the same for all: a service's <c>AuditEntryService</c> only passes them on.
/// For the audit administrator of the whole deployment; every trail is one for all units.
/// </summary>
public sealed class AuditTrail<TDb>
    where TDb : DbContext
{
    private const int ExportPage = 1000;

    private readonly TDb db;
    private readonly AuditChain<TDb> chain;
    private readonly AuditVerification<TDb> verification;

    internal AuditTrail(TDb db, AuditChain<TDb> chain, AuditVerification<TDb> verification) =>
        (this.db, this.chain, this.verification) = (db, chain, verification);

    public async Task<ListAuditEntriesResponse> ListAsync(ListAuditEntriesRequest request, ServerCallContext context)
    {
        await RequireWholeAsync(context);
        var size = Paging.Size(request.PageSize);
        var before = Paging.After<PageKey>(request.PageToken)?.Sequence ?? long.MaxValue;
        var read = await AuditFilters.Apply(chain.Entries, request.Filter).Where(entry => entry.Sequence < before)
            .OrderByDescending(entry => entry.Sequence).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, entry => new PageKey(entry.Sequence));

        return new ListAuditEntriesResponse { AuditEntries = { rows.Select(ToProto) }, NextPageToken = next };
    }

    /// <summary>The lines as CSV in the order of the chain, with links and seals; reading it all leaves a line itself.</summary>
    public async Task ExportAsync(
        ExportAuditEntriesRequest request, IServerStreamWriter<HttpBody> stream, ServerCallContext context)
    {
        await RequireWholeAsync(context);
        var entries = AuditFilters.Apply(chain.Entries, request.Filter);
        db.Audit("auditEntries");
        await db.SaveChangesAsync(context.CancellationToken);
        await chain.SealAsync(context.CancellationToken);

        var csv = new StringBuilder(AuditCsv.Header);
        for (var after = 0L; ;)
        {
            var page = await entries.Where(entry => entry.Link > after).OrderBy(entry => entry.Link)
                .Take(ExportPage).ToListAsync(context.CancellationToken);
            page.ForEach(entry => AuditCsv.Append(csv, entry));
            await stream.WriteAsync(
                new HttpBody { ContentType = "text/csv; charset=utf-8", Data = ByteString.CopyFromUtf8(csv.ToString()) },
                context.CancellationToken);
            csv.Clear();
            if (page.Count < ExportPage)
            {
                return;
            }

            after = page[^1].Link!.Value;
        }
    }

    public async Task<AuditVerdict> VerifyAsync(VerifyAuditEntriesRequest request, ServerCallContext context)
    {
        await RequireWholeAsync(context);
        var kept = request.Head.Length == 0 ? null : AuditHead.Parse(request.Head)
            ?? throw DomainError.Invalid("head", "AUDIT_HEAD_INVALID", ("value", request.Head));
        return await verification.RunAsync(kept, context.CancellationToken);
    }

    private async Task RequireWholeAsync(ServerCallContext context)
    {
        var root = await db.Set<UnitView>().Where(unit => unit.Parent == null).Select(unit => unit.Path)
            .FirstOrDefaultAsync(context.CancellationToken) ?? "/";
        if (!context.Caller().Has(Role.AuditAdmin, root))
        {
            throw CommonErrors.RoleMissing(context.Call().Action);
        }
    }

    private static StudySuite.Audit.V1.AuditEntry ToProto(AuditEntry entry) => new()
    {
        Name = $"auditEntries/{entry.Sequence.ToString(CultureInfo.InvariantCulture)}",
        Time = entry.At.ToTimestamp(),
        Actor = AuditFilters.NameOfActor(entry.Actor),
        Action = entry.Action,
        Resource = entry.Resource,
        Outcome = entry.Outcome,
        TraceId = entry.TraceId ?? "",
        Source = entry.Source ?? "",
        Link = entry.Link ?? 0,
        Seal = entry.Seal ?? "",
    };

    private sealed record PageKey(long Sequence);
}
