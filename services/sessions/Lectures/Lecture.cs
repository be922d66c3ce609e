using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Events;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Lectures;

/// <summary>Who gives the lecture of a session, and its filing.</summary>
internal sealed class Lecture : Aggregate, IOwnedByUnit
{
    public Lecture(string unit, string session) => (Unit, Session) = (unit, session);

    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/lecture";

    public string Unit { get; private set; }

    public string Session { get; private set; }

    /// <summary>Resource name; the pool may be that of a unit above.</summary>
    public string Lecturer { get; private set; } = "";

    /// <summary>As the lecturer stood in the pool when entered.</summary>
    public string LecturerText { get; private set; } = "";

    public bool IsExternal { get; private set; }

    public string Topic { get; private set; } = "";

    public string Outline { get; private set; } = "";

    public string Evaluation { get; private set; } = "";

    public string FilingNumber { get; private set; } = "";

    public DateOnly? FiledOn { get; private set; }

    public string FiledBy { get; private set; } = "";

    /// <returns>Whether a filing fell away: another lecturer needs another one.</returns>
    public bool GiveTo(Lecturer lecturer)
    {
        var losesFiling = FiledOn is not null && Lecturer != lecturer.ResourceName;
        if (losesFiling)
        {
            (FilingNumber, FiledOn, FiledBy) = ("", null, "");
        }

        (Lecturer, LecturerText, IsExternal) = (lecturer.ResourceName, lecturer.Text, lecturer.IsExternal);
        return losesFiling;
    }

    public void Write(V1.Lecture asked) => (Topic, Outline, Evaluation) = (asked.Topic, asked.Outline, asked.Evaluation);

    public void File(string number, DateOnly on, string by)
    {
        if (!IsExternal)
        {
            throw LectureErrors.NeedsNoFiling(this);
        }

        (FilingNumber, FiledOn, FiledBy) = (number, on, by);
    }

    /// <summary>Of the change about to be saved.</summary>
    public LectureFiled ToFiled() => new(ResourceName, Unit, FilingNumber, FiledOn!.Value, NextVersion);

    /// <summary>Of the change about to be saved.</summary>
    public LectureFilingLapsed ToLapsed() => new(ResourceName, Unit, NextVersion);
}

internal sealed class LectureConfiguration : IEntityTypeConfiguration<Lecture>
{
    public void Configure(EntityTypeBuilder<Lecture> builder)
    {
        builder.ToTable("lecture");
        builder.HasKey(l => new { l.Unit, l.Session });
        builder.Property(l => l.Unit).HasMaxLength(64);
        builder.Property(l => l.Session).HasMaxLength(64);
        builder.Property(l => l.Lecturer).HasMaxLength(200);
        builder.Property(l => l.LecturerText).HasMaxLength(410);
        builder.Property(l => l.Topic).HasMaxLength(200);
        builder.Property(l => l.Outline).HasMaxLength(20_000);
        builder.Property(l => l.Evaluation).HasMaxLength(2000);
        builder.Property(l => l.FilingNumber).HasMaxLength(60);
        builder.Property(l => l.FiledBy).HasMaxLength(80);
    }
}
