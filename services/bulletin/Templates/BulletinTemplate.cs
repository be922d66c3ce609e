using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Bulletin.Templates;

/// <summary>What an issuer's bulletins start from.</summary>
internal sealed class BulletinTemplate : Aggregate, IOwnedByUnit
{
    private static readonly List<string> DefaultSteps = ["部长"];

    public required string Unit { get; init; }

    public string Overview { get; set; } = "";

    public string Practices { get; set; } = "";

    public string Problems { get; set; } = "";

    public string Requirements { get; set; } = "";

    public string IssuerMark { get; set; } = "";

    public string Addressee { get; set; } = "";

    public string CopiesTo { get; set; } = "";

    public string PrintedBy { get; set; } = "";

    public List<string> SignOffSteps { get; set; } = [];

    public override string ResourceName => $"units/{Unit}/bulletinTemplate";

    /// <summary>The chain of a new bulletin.</summary>
    public List<string> Steps => SignOffSteps.Count > 0 ? SignOffSteps : DefaultSteps;
}

internal sealed class BulletinTemplateConfiguration : IEntityTypeConfiguration<BulletinTemplate>
{
    public void Configure(EntityTypeBuilder<BulletinTemplate> builder)
    {
        builder.ToTable("bulletin_template");
        builder.HasKey(t => t.Unit);
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Overview).HasMaxLength(8000);
        builder.Property(t => t.Practices).HasMaxLength(8000);
        builder.Property(t => t.Problems).HasMaxLength(8000);
        builder.Property(t => t.Requirements).HasMaxLength(8000);
        builder.Property(t => t.IssuerMark).HasMaxLength(60);
        builder.Property(t => t.Addressee).HasMaxLength(400);
        builder.Property(t => t.CopiesTo).HasMaxLength(400);
        builder.Property(t => t.PrintedBy).HasMaxLength(60);
        builder.Property(t => t.SignOffSteps).HasJson();
        builder.Ignore(t => t.Steps);
    }
}
