using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Categories;

/// <summary>An entry of the dictionary of study content. It is retired, never deleted: plans name it.</summary>
internal sealed class ContentCategory : Aggregate
{
    public ContentCategory(string id, string title, int position) => (Id, Title, Position) = (id, title, position);

    public override string ResourceName => $"contentCategories/{Id}";

    public string Id { get; private set; }

    public string Title { get; private set; }

    public int Position { get; private set; }

    public bool IsRetired { get; private set; }

    public void Write(string? title, int? position, bool? isRetired) =>
        (Title, Position, IsRetired) = (title ?? Title, position ?? Position, isRetired ?? IsRetired);
}

internal sealed class ContentCategoryConfiguration : IEntityTypeConfiguration<ContentCategory>
{
    /// <summary>
    /// What a new suite begins with: article 8 of the national rule as recalled, hence an ordinary, editable list and
    /// never shown as the rule's text.
    /// </summary>
    private static readonly string[] Shipped =
    [
        "马克思列宁主义、毛泽东思想、中国特色社会主义理论体系", "习近平新时代中国特色社会主义思想和重要讲话", "党章党规党纪",
        "党的路线方针政策和决议", "国家法律法规", "社会主义核心价值观", "党史国史和世界历史", "推进工作所需的各领域知识",
        "改革发展实践中的重点难点问题", "上级要求学习的其他内容",
    ];

    public void Configure(EntityTypeBuilder<ContentCategory> builder)
    {
        builder.ToTable("content_category");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.Property(c => c.Title).HasMaxLength(100);
        builder.HasIndex(c => c.Title).IsUnique();
        var day = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
        builder.HasData(Shipped.Select((title, i) => new
        {
            Id = $"shipped-{i + 1:d2}", Title = title, Position = (i + 1) * 10, IsRetired = false, Version = 1L,
            CreatedAt = day, UpdatedAt = day,
        }));
    }
}

internal static class ContentCategories
{
    /// <summary>Titles that a plan may use.</summary>
    public static async Task<HashSet<string>> CategoryTitlesAsync(
        this PlanningDbContext db, CancellationToken cancellationToken) =>
        [.. await db.Categories.Where(c => !c.IsRetired).Select(c => c.Title).ToListAsync(cancellationToken)];
}
