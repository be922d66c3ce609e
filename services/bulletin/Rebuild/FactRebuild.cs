using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Facts;
using StudySuite.Events;

namespace StudySuite.Bulletin.Rebuild;

/// <param name="Records">Streams of records that the sources listed.</param>
/// <param name="Facts">What they count for.</param>
/// <param name="ChangedFacts">Facts that were missing, wrong or too many before; 0 when the book was right.</param>
internal sealed record RebuildResult(int Records, int Facts, int ChangedFacts);

/// <summary>
/// Fills the facts anew from the sources, beside those that are in use, and puts them in their place in one
/// transaction. Events go on being counted meanwhile: what one of them changed since the start stays, if it is newer.
/// </summary>
internal sealed class FactRebuild(BulletinDbContext db, ICountedEventSource source)
{
    public async Task<RebuildResult> RunAsync(CancellationToken cancellationToken)
    {
        // The tables beside are the connection's own.
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await RunAsync(RebuildSql.Open, cancellationToken);
            await foreach (var evt in source.ReadAsync(cancellationToken))
            {
                await AddAsync(evt, cancellationToken);
            }

            foreach (var evt in await OwnEventsAsync(cancellationToken))
            {
                await AddAsync(evt, cancellationToken);
            }

            return await SwapAsync(cancellationToken);
        }
        finally
        {
            await RunAsync(RebuildSql.Close, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task AddAsync(IEvent evt, CancellationToken cancellationToken)
    {
        if (Counting.OfAny(evt) is not { } counted)
        {
            return;
        }

        var isNewest = await db.Database.ExecuteSqlAsync(
            $"""
            insert into rebuilt_record (source, stream, version, title, category)
            values ({counted.Source}, {counted.Stream}, {counted.Version}, {counted.Title}, {counted.Category})
            on conflict (source, stream) do update
            set version = excluded.version, title = excluded.title, category = excluded.category
            where excluded.version > rebuilt_record.version
            """,
            cancellationToken) > 0;
        if (!isNewest)
        {
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"delete from rebuilt_fact where source = {counted.Source} and stream = {counted.Stream}", cancellationToken);
        foreach (var fact in counted.Facts)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into rebuilt_fact (source, indicator, stream, unit, day, value, once_per)
                values ({fact.Source}, {fact.Indicator}, {fact.Stream}, {fact.Unit}, {fact.Day}, {fact.Value}, {fact.OncePer})
                """,
                cancellationToken);
        }
    }

    private async Task<IEnumerable<IEvent>> OwnEventsAsync(CancellationToken cancellationToken)
    {
        var issued = await db.Bulletins.AsNoTracking().Where(bulletin => bulletin.State == BulletinState.Issued)
            .ToListAsync(cancellationToken);
        return issued.Select(bulletin => new BulletinIssued(
            bulletin.ResourceName, bulletin.Unit, bulletin.Number!, bulletin.Draft.Title, bulletin.IssuedOn!.Value, [],
            bulletin.Version));
    }

    private async Task<RebuildResult> SwapAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync(RebuildSql.HoldWriters, cancellationToken);
        }

        await RunAsync(RebuildSql.KeepNewer, cancellationToken);
        var result = new RebuildResult(
            await CountAsync("select count(*) as \"Value\" from rebuilt_record", cancellationToken),
            await CountAsync("select count(*) as \"Value\" from rebuilt_fact", cancellationToken),
            await CountAsync(RebuildSql.Changed, cancellationToken));
        await RunAsync(RebuildSql.Replace, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task RunAsync(IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    private Task<int> CountAsync(string sql, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<int>(sql).SingleAsync(cancellationToken);
}
