using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.StudySessions;

internal sealed class StudySessionConfiguration : IEntityTypeConfiguration<StudySession>
{
    public void Configure(EntityTypeBuilder<StudySession> builder)
    {
        builder.ToTable("study_session");
        builder.HasKey(s => new { s.Unit, s.Id });
        builder.Property(s => s.Unit).HasMaxLength(64);
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.Topic).HasMaxLength(200);
        builder.Property(s => s.Forms).HasJson();
        builder.Property(s => s.ReadingClass).HasMaxLength(64);
        builder.Property(s => s.PlanItem).HasMaxLength(200);
        builder.Property(s => s.UnplannedReason).HasMaxLength(500);
        builder.Property(s => s.PostponeReason).HasMaxLength(500);
        builder.Property(s => s.CancelReason).HasMaxLength(500);
        builder.Property(s => s.CorrectionReason).HasMaxLength(500);
        builder.Property(s => s.Scheme).HasMessage();
        builder.Property(s => s.SchemeApprovedBy).HasMaxLength(80);
        builder.Property(s => s.SchemeApprovedFor).HasMaxLength(80).HasDefaultValue("");
        builder.Property(s => s.SchemeReturnReason).HasMaxLength(500);
        builder.Property(s => s.Notice).HasJson();
        builder.Property(s => s.Record).HasMessage();
        builder.Property(s => s.NotesCheckedBy).HasMaxLength(80);
        builder.Ignore(s => s.Counting).Ignore(s => s.IsHeld).Ignore(s => s.HasRecord);
        builder.HasIndex(s => new { s.Unit, s.PlannedOn, s.Id });
        builder.HasIndex(s => new { s.Unit, s.ReadingClass });
    }
}
