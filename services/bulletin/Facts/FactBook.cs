using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace StudySuite.Bulletin.Facts;

/// <summary>
/// Writes facts, as many records at once as are told: the rows travel as one JSON value, and the upsert is the
/// database's own.
/// </summary>
internal static class FactBook
{
    // Where an older version is told, or the same once more, nothing is returned and nothing changes.
    private const string Records =
        """
        on conflict (source, stream) do update
        set version = excluded.version, title = excluded.title, category = excluded.category
        where excluded.version > counted_record.version
        returning source, stream
        """;

    private const string PostgresRecords =
        """
        insert into counted_record (source, stream, version, title, category)
        select source, stream, version, title, category
        from jsonb_to_recordset({0}::jsonb) as r(source text, stream text, version bigint, title text, category text)
        """ + "\n" + Records;

    // "where true" keeps SQLite's parser from reading "on conflict" as a join condition.
    private const string SqliteRecords =
        """
        insert into counted_record (source, stream, version, title, category)
        select value ->> 'source', value ->> 'stream', value ->> 'version', value ->> 'title', value ->> 'category'
        from json_each({0}) where true
        """ + "\n" + Records;

    // A fact that stays as it was is not written: most corrections of a roll change two of its four. The list of sources
    // beside the pairs takes PostgreSQL to the key, where it reads the whole table for a join with JSON.
    private const string PostgresFacts =
        """
        delete from fact
        where source = any (array(select r.source from jsonb_to_recordset({0}::jsonb) as r(source text)))
            and (source, stream) in (select r.source, r.stream from jsonb_to_recordset({0}::jsonb) as r(source text, stream text))
            and (source, indicator, day) not in (
                select f.source, f.indicator, f.day
                from jsonb_to_recordset({1}::jsonb) as f(source text, indicator text, day date));
        insert into fact (source, indicator, stream, unit, day, value, once_per)
        select source, indicator, stream, unit, day, value, once_per
        from jsonb_to_recordset({1}::jsonb)
            as f(source text, indicator text, stream text, unit text, day date, value int, once_per text)
        """ + "\n" + Changed;

    private const string SqliteFacts =
        """
        delete from fact
        where (source, stream) in (select value ->> 'source', value ->> 'stream' from json_each({0}))
            and (source, indicator, day) not in (
                select value ->> 'source', value ->> 'indicator', value ->> 'day' from json_each({1}));
        insert into fact (source, indicator, stream, unit, day, value, once_per)
        select value ->> 'source', value ->> 'indicator', value ->> 'stream', value ->> 'unit', value ->> 'day',
            value ->> 'value', value ->> 'once_per'
        from json_each({1}) where true
        """ + "\n" + Changed;

    private const string Changed =
        """
        on conflict (source, indicator, day) do update
        set stream = excluded.stream, unit = excluded.unit, value = excluded.value, once_per = excluded.once_per
        where (fact.stream, fact.unit, fact.value, fact.once_per)
            is distinct from (excluded.stream, excluded.unit, excluded.value, excluded.once_per);
        """;

    /// <summary>
    /// Puts the records' facts in the place of those that an older version wrote; call within a transaction.
    /// Repeats and latecomers change nothing, so any order of events ends in the same facts. Two at once for one
    /// record: the second waits for the first.
    /// </summary>
    public static async Task CountAsync(
        this BulletinDbContext db, IReadOnlyList<Counted> counted, CancellationToken cancellationToken)
    {
        // In one order for all, so that two that wait for each other's records cannot be.
        var last = counted.GroupBy(c => (c.Source, c.Stream)).OrderBy(stream => stream.Key)
            .ToDictionary(stream => stream.Key, stream => stream.MaxBy(c => c.Version)!);
        var isSqlite = db.Database.IsSqlite();
        var records = JsonSerializer.Serialize(last.Values.Select(c => new
        {
            source = c.Source, stream = c.Stream, version = c.Version, title = c.Title, category = c.Category,
        }));
        var newer = await db.Database.SqlQueryRaw<RecordKey>(isSqlite ? SqliteRecords : PostgresRecords, records)
            .ToListAsync(cancellationToken);
        if (newer.Count == 0)
        {
            return;
        }

        var keys = JsonSerializer.Serialize(newer.Select(key => new { source = key.Source, stream = key.Stream }));
        var facts = JsonSerializer.Serialize(newer.SelectMany(key => last[(key.Source, key.Stream)].Facts).Select(fact => new
        {
            source = fact.Source, indicator = fact.Indicator, stream = fact.Stream, unit = fact.Unit, day = fact.Day,
            value = fact.Value, once_per = fact.OncePer,
        }));
        await db.Database.ExecuteSqlRawAsync(isSqlite ? SqliteFacts : PostgresFacts, [keys, facts], cancellationToken);
    }

    private sealed class RecordKey
    {
        public required string Source { get; init; }

        public required string Stream { get; init; }
    }
}
