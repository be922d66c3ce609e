using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Supervision.Templates;

internal sealed class FormTemplateConfiguration : IEntityTypeConfiguration<FormTemplate>
{
    public void Configure(EntityTypeBuilder<FormTemplate> builder)
    {
        builder.ToTable("form_template");
        builder.HasKey(t => new { t.Unit, t.Id });
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Id).HasMaxLength(64);
        builder.Property(t => t.Title).HasMaxLength(100);
        builder.Property(t => t.Lines).HasJson();
    }
}
