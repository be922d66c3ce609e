using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Supervision.Facts;

internal enum FactKind
{
    Collective = 1,
    Discussion,
    Lecture,
    RecordComplete,
    Archived,
    PlanFiled,
    FirstTopic,
    Activity,
    SchemeApproved,
}

/// <summary>Something a unit did, as other services announced it: the newest version holds.</summary>
internal sealed class StudyFact
{
    /// <summary>Resource name of what it is about.</summary>
    public required string Resource { get; init; }

    public required FactKind Kind { get; init; }

    public required string Unit { get; init; }

    public DateOnly On { get; private set; }

    /// <summary>False once a correction says that it does not count.</summary>
    public bool Counts { get; private set; }

    public long Version { get; private set; } = -1;

    public void Take(DateOnly on, bool counts, long version)
    {
        if (version > Version)
        {
            (On, Counts, Version) = (on, counts, version);
        }
    }
}

internal sealed class StudyFactConfiguration : IEntityTypeConfiguration<StudyFact>
{
    public void Configure(EntityTypeBuilder<StudyFact> builder)
    {
        builder.ToTable("study_fact");
        builder.HasKey(f => new { f.Resource, f.Kind });
        builder.Property(f => f.Resource).HasMaxLength(300);
        builder.Property(f => f.Unit).HasMaxLength(64);
        builder.HasIndex(f => new { f.Unit, f.On });
    }
}

internal static class FactTaking
{
    public static async Task TakeAsync(
        this SupervisionDbContext db, string resource, FactKind kind, string unit, DateOnly on, bool counts, long version,
        CancellationToken cancellationToken)
    {
        var fact = await db.Facts.FindAsync([resource, kind], cancellationToken);
        if (fact is null)
        {
            fact = new StudyFact { Resource = resource, Kind = kind, Unit = unit };
            db.Add(fact);
        }

        fact.Take(on, counts, version);
    }
}
