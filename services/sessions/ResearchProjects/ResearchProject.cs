using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ResearchProjects;

/// <param name="Report">Id of the activity, or empty.</param>
internal sealed record Conversion(string Document, string Meeting, DateOnly AdoptedOn, string Note, string Report);

/// <summary>What members look into; visits, reports and articles are activities that name it.</summary>
internal sealed class ResearchProject : Aggregate, IOwnedByUnit
{
    private const int MostConversions = 20;

    public ResearchProject(string unit, string id) => (Unit, Id) = (unit, id);

    public override string ResourceName => $"units/{Unit}/researchProjects/{Id}";

    public string Unit { get; private set; }

    public string Id { get; private set; }

    /// <summary>Ids of the people.</summary>
    public List<string> People { get; private set; } = [];

    public string Topic { get; private set; } = "";

    public int Year { get; private set; }

    public string Base { get; private set; } = "";

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public string ResearchTopic { get; private set; } = "";

    public string Findings { get; private set; } = "";

    public string Suggestions { get; private set; } = "";

    public List<Conversion> Conversions { get; private set; } = [];

    public ResearchProjectState State { get; private set; } = ResearchProjectState.Open;

    public string DropReason { get; private set; } = "";

    /// <summary>From a message that <see cref="ResearchContent"/> has passed.</summary>
    public void Write(V1.ResearchProject asked, DateOnly? startsOn, DateOnly? endsOn)
    {
        Require(ResearchProjectState.Open);
        People = [.. asked.People.Select(person => Defaults.Requests.ResourceName.Parse("people/{person}", person)[0])];
        (Topic, Year, Base, ResearchTopic) = (asked.Topic, asked.Year, asked.Base, asked.ResearchTopic);
        (StartsOn, EndsOn, Findings, Suggestions) = (startsOn, endsOn, asked.Findings, asked.Suggestions);
    }

    /// <summary>A result was put to use, perhaps long after the project was finished.</summary>
    public void Convert(Conversion conversion)
    {
        Require(ResearchProjectState.Open, ResearchProjectState.Done);
        if (Conversions.Count >= MostConversions)
        {
            throw ResearchErrors.ConversionsFull();
        }

        Conversions = [.. Conversions, conversion];
    }

    public void Complete()
    {
        Require(ResearchProjectState.Open);
        State = ResearchProjectState.Done;
    }

    public void Drop(string reason)
    {
        Require(ResearchProjectState.Open);
        (State, DropReason) = (ResearchProjectState.Dropped, reason);
    }

    public V1.ResearchProject ToProto() => new()
    {
        Name = ResourceName,
        People = { People.Select(person => $"people/{person}") },
        Topic = Topic,
        Year = Year,
        Base = Base,
        StartsOn = StartsOn.ToText(),
        EndsOn = EndsOn.ToText(),
        ResearchTopic = ResearchTopic,
        Findings = Findings,
        Suggestions = Suggestions,
        Conversions =
        {
            Conversions.Select(conversion => new ResearchConversion
            {
                Document = conversion.Document,
                Meeting = conversion.Meeting,
                AdoptedOn = conversion.AdoptedOn.ToText(),
                Note = conversion.Note,
                Report = conversion.Report.Length == 0 ? "" : $"units/{Unit}/activities/{conversion.Report}",
            }),
        },
        State = State,
        DropReason = DropReason,
        Etag = Etag,
    };

    private void Require(params ResearchProjectState[] states)
    {
        if (!states.Contains(State))
        {
            throw ResearchErrors.Ended(this);
        }
    }
}

internal sealed class ResearchProjectConfiguration : IEntityTypeConfiguration<ResearchProject>
{
    public void Configure(EntityTypeBuilder<ResearchProject> builder)
    {
        builder.ToTable("research_project");
        builder.HasKey(p => new { p.Unit, p.Id });
        builder.Property(p => p.Unit).HasMaxLength(64);
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.Property(p => p.People).HasJson();
        builder.Property(p => p.Topic).HasMaxLength(200);
        builder.Property(p => p.Base).HasMaxLength(200);
        builder.Property(p => p.ResearchTopic).HasMaxLength(200);
        builder.Property(p => p.Findings).HasMaxLength(10_000);
        builder.Property(p => p.Suggestions).HasMaxLength(10_000);
        builder.Property(p => p.Conversions).HasJson();
        builder.Property(p => p.DropReason).HasMaxLength(500);
        builder.HasIndex(p => new { p.Unit, p.Year });
    }
}
