using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Sessions.Lectures;

/// <summary>Somebody who gives lectures, in the pool of a unit.</summary>
internal sealed class Lecturer : Aggregate, IOwnedByUnit
{
    private const int MostText = 200;

    public Lecturer(string unit, string id) => (Unit, Id) = (unit, id);

    public override string ResourceName => $"units/{Unit}/lecturers/{Id}";

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public string PersonName { get; private set; } = "";

    public string Employer { get; private set; } = "";

    public string Title { get; private set; } = "";

    public List<string> Topics { get; private set; } = [];

    public bool IsExternal { get; private set; }

    public bool IsRetired { get; private set; }

    /// <summary>As it stands on paper, cut to what a record takes.</summary>
    public string Text
    {
        get
        {
            var text = $"{PersonName}（{Employer}{Title}）";
            return text.Length <= MostText ? text : text[..MostText];
        }
    }

    public void Write(V1.Lecturer asked)
    {
        (PersonName, Employer, Title) = (asked.PersonName, asked.Employer, asked.Title);
        (Topics, IsExternal, IsRetired) = ([.. asked.Topics], asked.IsExternal, asked.IsRetired);
    }
}

internal sealed class LecturerConfiguration : IEntityTypeConfiguration<Lecturer>
{
    public void Configure(EntityTypeBuilder<Lecturer> builder)
    {
        builder.ToTable("lecturer");
        builder.HasKey(l => new { l.Unit, l.Id });
        builder.Property(l => l.Unit).HasMaxLength(64);
        builder.Property(l => l.Id).HasMaxLength(64);
        builder.Property(l => l.PersonName).HasMaxLength(100);
        builder.Property(l => l.Employer).HasMaxLength(200);
        builder.Property(l => l.Title).HasMaxLength(100);
        builder.Property(l => l.Topics).HasJson();
        builder.Ignore(l => l.Text);
    }
}
