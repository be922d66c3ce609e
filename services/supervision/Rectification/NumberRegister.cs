using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Supervision.Rectification;

/// <summary>The last number given in one series: an organiser's word before the year (发文字号) in one year.</summary>
internal sealed class NumberSeries
{
    public required string Organiser { get; init; }

    public required string Prefix { get; init; }

    public required int Year { get; init; }

    public required int LastNumber { get; init; }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("number_register");
        builder.HasKey(s => new { s.Organiser, s.Prefix, s.Year });
        builder.Property(s => s.Organiser).HasMaxLength(64);
        builder.Property(s => s.Prefix).HasMaxLength(20);
    }
}

internal static class NumberRegister
{
    /// <summary>
    /// The next number, as <c>新督改〔2023〕1号</c>. Call within the transaction that uses it: the series stays locked
    /// until the commit, and a rollback gives the number back, so there are neither gaps nor repeats.
    /// </summary>
    public static async Task<string> NextNumberAsync(
        this SupervisionDbContext db, string organiser, string prefix, int year, CancellationToken cancellationToken)
    {
        var next = await db.Database.SqlQuery<int>(
            $"""
            insert into number_register (organiser, prefix, year, last_number) values ({organiser}, {prefix}, {year}, 1)
            on conflict (organiser, prefix, year) do update set last_number = number_register.last_number + 1
            returning last_number as "Value"
            """).ToListAsync(cancellationToken);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}〔{year}〕{next[0]}号");
    }
}
