using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Personal;

internal enum ResearchTopicState
{
    Open = 1,
    Done,
    Dropped,
}

/// <summary>What a member looks into.</summary>
internal sealed class ResearchTopic : Aggregate, IOwnedByUnit
{
    private ResearchTopic()
    {
    }

    public ResearchTopic(string unit, string id, string person, int year) =>
        (Unit, Id, Person, Year) = (unit, id, person, year);

    public override string ResourceName => $"units/{Unit}/researchTopics/{Id}";

    public string Unit { get; private set; } = "";

    public string Id { get; private set; } = "";

    /// <summary>Id of the person.</summary>
    public string Person { get; private set; } = "";

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string Place { get; private set; } = "";

    public string Period { get; private set; } = "";

    public string PlanItem { get; private set; } = "";

    public ResearchTopicState State { get; private set; } = ResearchTopicState.Open;

    public string Outcome { get; private set; } = "";

    public string Report { get; private set; } = "";

    public void Write(string? title, string? place, string? period, string? planItem)
    {
        RequireOpen();
        (Title, Place, Period, PlanItem) = (title ?? Title, place ?? Place, period ?? Period, planItem ?? PlanItem);
    }

    public void Complete(string outcome, string report)
    {
        RequireOpen();
        (Outcome, Report, State) = (outcome, report, ResearchTopicState.Done);
    }

    public void Drop(string reason)
    {
        RequireOpen();
        (Outcome, State) = (reason, ResearchTopicState.Dropped);
    }

    private void RequireOpen()
    {
        if (State != ResearchTopicState.Open)
        {
            throw ResearchTopicErrors.Ended(this);
        }
    }
}

internal sealed class ResearchTopicConfiguration : IEntityTypeConfiguration<ResearchTopic>
{
    public void Configure(EntityTypeBuilder<ResearchTopic> builder)
    {
        builder.ToTable("research_topic");
        builder.HasKey(t => new { t.Unit, t.Id });
        builder.Property(t => t.Unit).HasMaxLength(64);
        builder.Property(t => t.Id).HasMaxLength(64);
        builder.Property(t => t.Person).HasMaxLength(64);
        builder.Property(t => t.Title).HasMaxLength(200);
        builder.Property(t => t.Place).HasMaxLength(200);
        builder.Property(t => t.Period).HasMaxLength(100);
        builder.Property(t => t.PlanItem).HasMaxLength(200);
        builder.Property(t => t.Outcome).HasMaxLength(2000);
        builder.Property(t => t.Report).HasMaxLength(300);
    }
}
