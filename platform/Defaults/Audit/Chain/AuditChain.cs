using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace StudySuite.Defaults.Audit;

/// <summary>Place and seal of the last sealed entry. Whoever keeps a copy elsewhere can prove later that none is gone.</summary>
internal sealed record AuditHead(long Link, string Seal)
{
    public static AuditHead None { get; } = new(0, "");

    /// <summary><c>{link}:{digest}:{hex}</c></summary>
    public static AuditHead? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && long.TryParse(text[..colon], CultureInfo.InvariantCulture, out var link)
            ? new AuditHead(link, text[(colon + 1)..])
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Link}:{Seal}");
}

/// <summary>
/// Appends entries to the hash chain of their database, some seconds after they were saved: who does business waits
/// for nothing. One at a time per database, whatever the number of replicas.
/// </summary>
internal sealed class AuditChain<TDb>(TDb db, IOptions<AuditOptions> options)
    where TDb : DbContext
{
    // Any number: advisory locks are counted per database.
    private const long LockKey = 0x6175646974;
    private const int BatchSize = 500;

    public IQueryable<AuditEntry> Entries => db.Set<AuditEntry>().AsNoTracking();

    /// <summary>Seals all that is saved by now.</summary>
    public async Task SealAsync(CancellationToken cancellationToken)
    {
        // Asked first, so that an idle database is not locked for nothing.
        while (await Entries.AnyAsync(entry => entry.Link == null, cancellationToken)
            && await SealBatchAsync(cancellationToken) == BatchSize)
        {
        }
    }

    public async Task<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        var last = await Entries.Where(entry => entry.Link != null).OrderByDescending(entry => entry.Link)
            .Select(entry => new { entry.Link, entry.Seal }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? await StartAsync(cancellationToken) : new AuditHead(last.Link!.Value, last.Seal!);
    }

    /// <summary>What the first entry that is kept follows.</summary>
    public async Task<AuditHead> StartAsync(CancellationToken cancellationToken)
    {
        var checkpoint = await db.Set<AuditCheckpoint>().AsNoTracking()
            .OrderByDescending(checkpoint => checkpoint.Link).FirstOrDefaultAsync(cancellationToken);
        return checkpoint is null ? AuditHead.None : new AuditHead(checkpoint.Link, checkpoint.Seal);
    }

    /// <summary>Within a transaction: waits until nobody else seals or deletes.</summary>
    public Task LockAsync(CancellationToken cancellationToken) => db.Database.IsNpgsql()
        ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", cancellationToken)
        : Task.CompletedTask;

    private async Task<int> SealBatchAsync(CancellationToken cancellationToken)
    {
        await using var transaction =
            await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await LockAsync(cancellationToken);

        // Always "unsealed", never "after the last one": a row with a lower number may commit later.
        var entries = await Entries.Where(entry => entry.Link == null).OrderBy(entry => entry.Sequence)
            .Take(BatchSize).ToListAsync(cancellationToken);
        if (entries.Count > 0)
        {
            var head = await HeadAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(Update(entries, head), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return entries.Count;
    }

    /// <summary>One statement for the batch; numbers and hex digits only, so nothing in it needs a parameter.</summary>
    private string Update(List<AuditEntry> entries, AuditHead head)
    {
        var sql = new StringBuilder("update audit_entry set link = v.column2, seal = v.column3 from (values ");
        var (link, seal) = (head.Link, head.Seal);
        foreach (var entry in entries)
        {
            seal = AuditSeal.Of(options.Value.Digest, seal, ++link, entry);
            sql.Append(CultureInfo.InvariantCulture, $"({entry.Sequence}, {link}, '{seal}'),");
        }

        sql.Length--;
        return sql.Append(") as v where sequence = v.column1 and link is null").ToString();
    }
}
