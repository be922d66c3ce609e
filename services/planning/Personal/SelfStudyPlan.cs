using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Personal;

internal sealed record SelfStudyItem(string Content, string Period, string Goal);

/// <summary>What a member means to study alone: the member's own, until the member shows it.</summary>
internal sealed class SelfStudyPlan : Aggregate, IOwnedByUnit
{
    private SelfStudyPlan()
    {
    }

    public SelfStudyPlan(string unit, string id, string person, int year) =>
        (Unit, Id, Person, Year) = (unit, id, person, year);

    public override string ResourceName => $"units/{Unit}/selfStudyPlans/{Id}";

    public string Unit { get; private set; } = "";

    public string Id { get; private set; } = "";

    /// <summary>Id of the person.</summary>
    public string Person { get; private set; } = "";

    public int Year { get; private set; }

    public List<SelfStudyItem> Items { get; private set; } = [];

    public bool IsShown { get; private set; }

    public void Write(List<SelfStudyItem>? items, bool? isShown) => (Items, IsShown) = (items ?? Items, isShown ?? IsShown);
}

internal sealed class SelfStudyPlanConfiguration : IEntityTypeConfiguration<SelfStudyPlan>
{
    public void Configure(EntityTypeBuilder<SelfStudyPlan> builder)
    {
        builder.ToTable("self_study_plan");
        builder.HasKey(p => new { p.Unit, p.Id });
        builder.Property(p => p.Unit).HasMaxLength(64);
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.Property(p => p.Person).HasMaxLength(64);
        builder.Property(p => p.Items).HasJson();
        builder.HasIndex(p => new { p.Unit, p.Person, p.Year }).IsUnique();
    }
}
