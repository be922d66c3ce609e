using Microsoft.EntityFrameworkCore;

namespace StudySuite.Bulletin.Facts;

internal static class FactBook
{
    /// <summary>
    /// Puts the record's facts in the place of those that an older version wrote; to be saved by the caller.
    /// Repeats and latecomers change nothing, so any order of events ends in the same facts. Two at once for one
    /// record: the key or the version refuses the second, which is then tried again.
    /// </summary>
    public static async Task CountAsync(this BulletinDbContext db, Counted counted, CancellationToken cancellationToken)
    {
        var record = await db.CountedRecords.FindAsync([counted.Source, counted.Stream], cancellationToken);
        if (record is null)
        {
            db.Add(new CountedRecord
            {
                Source = counted.Source, Stream = counted.Stream, Version = counted.Version, Title = counted.Title,
                Category = counted.Category,
            });
        }
        else if (counted.Version <= record.Version)
        {
            return;
        }
        else
        {
            (record.Version, record.Title, record.Category) = (counted.Version, counted.Title, counted.Category);
        }

        var written = await db.Facts
            .Where(fact => fact.Source == counted.Source && fact.Stream == counted.Stream)
            .ToDictionaryAsync(fact => (fact.Indicator, fact.Day), cancellationToken);
        foreach (var fact in counted.Facts)
        {
            if (written.Remove((fact.Indicator, fact.Day), out var old))
            {
                (old.Unit, old.Value, old.OncePer) = (fact.Unit, fact.Value, fact.OncePer);
            }
            else
            {
                db.Add(fact);
            }
        }

        db.RemoveRange(written.Values);
    }
}
