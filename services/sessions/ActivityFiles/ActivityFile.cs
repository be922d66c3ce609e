using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Files;

namespace StudySuite.Sessions.ActivityFiles;

/// <summary>A file of an activity. Its bytes never change; what was uploaded in error is taken away.</summary>
internal sealed class ActivityFile : Aggregate, IOwnedByUnit
{
    public ActivityFile(string unit, string activity, string id) => (Unit, Activity, Id) = (unit, activity, id);

    public override string ResourceName => $"units/{Unit}/activities/{Activity}/files/{Id}";

    public string Unit { get; private set; }

    /// <summary>Id of the activity.</summary>
    public string Activity { get; private set; }

    public string Id { get; private set; }

    public string Title { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Length { get; private set; }

    /// <summary>Id of the person.</summary>
    public string UploadedBy { get; private set; } = "";

    public void Describe(string title, string fileName, string uploadedBy) =>
        (Title, FileName, UploadedBy) = (title, fileName, uploadedBy);

    public void Hold(ReceivedFile received, InspectedFile inspected) =>
        (Sha256, Length, ContentType) = (received.Sha256, received.Length, inspected.ContentType);
}

internal sealed class ActivityFileConfiguration : IEntityTypeConfiguration<ActivityFile>
{
    public void Configure(EntityTypeBuilder<ActivityFile> builder)
    {
        builder.ToTable("activity_file");
        builder.HasKey(f => new { f.Unit, f.Activity, f.Id });
        builder.Property(f => f.Unit).HasMaxLength(64);
        builder.Property(f => f.Activity).HasMaxLength(64);
        builder.Property(f => f.Id).HasMaxLength(64);
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.Property(f => f.FileName).HasMaxLength(130);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.UploadedBy).HasMaxLength(64);
        builder.HasIndex(f => f.Sha256);
    }
}
