namespace StudySuite.Bulletin.Rebuild;

/// <summary>The steps of a rebuild, in SQL that both databases speak.</summary>
internal static class RebuildSql
{
    /// <summary>The book beside, and how far each record had been followed when the reading began.</summary>
    public static readonly string[] Open =
    [
        "create temp table rebuilt_fact as select * from fact where 1 = 0",
        "create temp table rebuilt_record as select * from counted_record where 1 = 0",
        "create temp table seen_record as select source, stream, version from counted_record",
        "create index rebuilt_fact_stream on rebuilt_fact (source, stream)",
        "create unique index rebuilt_record_key on rebuilt_record (source, stream)",
        "create unique index seen_record_key on seen_record (source, stream)",
    ];

    public static readonly string[] Close =
    [
        "drop table if exists rebuilt_fact",
        "drop table if exists rebuilt_record",
        "drop table if exists seen_record",
    ];

    /// <summary>Readers go on; the events that come now wait for the few statements that follow.</summary>
    public const string HoldWriters = "lock table counted_record, fact in share row exclusive mode";

    private const string SameStream = "c.source = {0}.source and c.stream = {0}.stream";

    private const string Untouched =
        "exists (select 1 from seen_record s where s.source = c.source and s.stream = c.stream and s.version = c.version)";

    /// <summary>What an event has written since, from this version or a later one, is as good or better.</summary>
    public static readonly string[] KeepNewer =
    [
        $"""
        delete from rebuilt_record where exists (select 1 from counted_record c
        where {Of("rebuilt_record")} and c.version >= rebuilt_record.version and not {Untouched})
        """,
        """
        delete from rebuilt_fact where not exists (select 1 from rebuilt_record r
        where r.source = rebuilt_fact.source and r.stream = rebuilt_fact.stream)
        """,
    ];

    /// <summary>Facts that give way: of a record that comes anew, that no event has touched since, or of no record.</summary>
    private const string GivesWay =
        """
        (exists (select 1 from rebuilt_record r where r.source = fact.source and r.stream = fact.stream)
        or not exists (select 1 from counted_record c where c.source = fact.source and c.stream = fact.stream
        and not exists (select 1 from seen_record s where s.source = c.source and s.stream = c.stream and s.version = c.version)))
        """;

    public const string Changed =
        $"""
        select cast((select count(*) from rebuilt_fact r where not exists (select 1 from fact where {SameFact})) as int)
        + cast((select count(*) from fact where {GivesWay} and not exists (select 1 from rebuilt_fact r where {SameFact})) as int)
        as "Value"
        """;

    private const string SameFact =
        """
        r.source = fact.source and r.indicator = fact.indicator and r.unit = fact.unit and r.day = fact.day
        and r.value = fact.value and coalesce(r.once_per, '') = coalesce(fact.once_per, '')
        """;

    /// <summary>
    /// How far a record was followed is kept also where the sources no longer list it: an old event that comes late
    /// must not bring it back.
    /// </summary>
    public static readonly string[] Replace =
    [
        $"delete from fact where {GivesWay}",
        """
        delete from counted_record where exists (select 1 from rebuilt_record r
        where r.source = counted_record.source and r.stream = counted_record.stream)
        """,
        """
        insert into counted_record (source, stream, version, title, category)
        select source, stream, version, title, category from rebuilt_record
        """,
        """
        insert into fact (source, indicator, stream, unit, day, value, once_per)
        select source, indicator, stream, unit, day, value, once_per from rebuilt_fact
        """,
    ];

    private static string Of(string table) => SameStream.Replace("{0}", table, StringComparison.Ordinal);
}
