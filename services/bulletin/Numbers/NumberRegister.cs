using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StudySuite.Bulletin.Numbers;

/// <summary>发文字号登记: the last number given of an issuer's series (letters and year).</summary>
internal sealed class NumberRegister
{
    public required string Unit { get; init; }

    public required string Prefix { get; init; }

    public required int Year { get; init; }

    public required int LastNumber { get; init; }

    /// <summary>
    /// Takes the next number, to be used in the caller's transaction: others wait for its end, and if it fails the
    /// number is free again. So there is neither a gap nor a repeat.
    /// </summary>
    /// <returns>Such as <c>新宣通〔2023〕1号</c> (GB/T 9704-2012 7.2.5: no leading zero, no 第).</returns>
    public static async Task<string> NextAsync(
        BulletinDbContext db, string unit, string prefix, int year, CancellationToken cancellationToken)
    {
        var taken = await db.Database.SqlQuery<int>(
            $"""
            insert into number_register (unit, prefix, year, last_number) values ({unit}, {prefix}, {year}, 1)
            on conflict (unit, prefix, year) do update set last_number = number_register.last_number + 1
            returning last_number as "Value"
            """).ToListAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}〔{year}〕{taken.Single()}号");
    }
}

internal sealed class NumberRegisterConfiguration : IEntityTypeConfiguration<NumberRegister>
{
    public void Configure(EntityTypeBuilder<NumberRegister> builder)
    {
        builder.ToTable("number_register");
        builder.HasKey(r => new { r.Unit, r.Prefix, r.Year });
        builder.Property(r => r.Unit).HasMaxLength(64);
        builder.Property(r => r.Prefix).HasMaxLength(20);
    }
}
