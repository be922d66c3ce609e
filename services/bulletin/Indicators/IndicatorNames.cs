using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.Indicators;

/// <summary>Another name over an indicator's column; what is counted stays.</summary>
internal sealed class IndicatorName : Aggregate
{
    public required string Key { get; init; }

    public required string ZhName { get; set; }

    public override string ResourceName => $"indicators/{Key}";
}

/// <summary>The names in force: edited ones, else those of the dictionary.</summary>
internal sealed class IndicatorNames(IReadOnlyDictionary<string, string> edited)
{
    public string Of(Indicator indicator) => edited.GetValueOrDefault(indicator.Key, indicator.ZhName);

    /// <summary>By key, shipped name or edited name.</summary>
    public Indicator? Find(string name) => IndicatorDictionary.Find(name)
        ?? IndicatorDictionary.All.FirstOrDefault(indicator => indicator.ZhName == name || Of(indicator) == name);

    public static async Task<IndicatorNames> LoadAsync(BulletinDbContext db, CancellationToken cancellationToken) =>
        new(await db.IndicatorNames.AsNoTracking()
            .ToDictionaryAsync(name => name.Key, name => name.ZhName, cancellationToken));
}

internal sealed class IndicatorNameConfiguration : IEntityTypeConfiguration<IndicatorName>
{
    public void Configure(EntityTypeBuilder<IndicatorName> builder)
    {
        builder.ToTable("indicator_name");
        builder.HasKey(n => n.Key);
        builder.Property(n => n.Key).HasMaxLength(60);
        builder.Property(n => n.ZhName).HasMaxLength(40);
    }
}
