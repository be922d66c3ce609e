using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;

namespace StudySuite.Planning.Coverage;

/// <summary>Of two events with the same version the later step holds.</summary>
internal enum SessionStep
{
    Planned = 1,
    Cancelled,
    Held,
}

/// <summary>
/// A session as its events tell it. Each event says all there is to know, so the newest one alone decides, in whatever
/// order and however often they come.
/// </summary>
internal sealed class CoveredSession : IOwnedByUnit
{
    /// <summary>Resource name, <c>units/{unit}/sessions/{session}</c>.</summary>
    public required string Session { get; init; }

    public string Unit { get; private set; } = "";

    /// <summary>Year of the plan that it belongs to, else of its day.</summary>
    public int Year { get; private set; }

    /// <summary>Id of the plan's item; empty for a session that belongs to none.</summary>
    public string Item { get; private set; } = "";

    public string Topic { get; private set; } = "";

    /// <summary>Day it was held or is set for.</summary>
    public DateOnly On { get; private set; }

    public SessionStep Step { get; private set; }

    public long Version { get; private set; }

    public bool IsHeld => Step == SessionStep.Held;

    public void Take(SessionNews news)
    {
        if ((news.Version, news.Step).CompareTo((Version, Step)) <= 0)
        {
            return;
        }

        (Unit, Topic, On, Step, Version) = (news.Unit, news.Topic, news.On, news.Step, news.Version);
        (Year, Item) = news.Place();
    }
}

/// <summary>What an event says of a session.</summary>
/// <param name="PlanItem"><c>units/{unit}/plans/{year}/items/{item}</c>, or null.</param>
internal sealed record SessionNews(
    string Session, string Unit, string Topic, string? PlanItem, DateOnly On, SessionStep Step, long Version)
{
    /// <summary>An item of another unit's plan is none of this unit's.</summary>
    public (int Year, string Item) Place()
    {
        var parts = PlanItem?.Split('/');
        return parts is ["units", var unit, "plans", var year, "items", var item]
            && unit == Unit && item.Length <= 64 && int.TryParse(year, out var number)
            ? (number, item)
            : (On.Year, "");
    }
}

internal sealed class CoveredSessionConfiguration : IEntityTypeConfiguration<CoveredSession>
{
    public void Configure(EntityTypeBuilder<CoveredSession> builder)
    {
        builder.ToTable("covered_session");
        builder.HasKey(s => s.Session);
        builder.Property(s => s.Session).HasMaxLength(200);
        builder.Property(s => s.Unit).HasMaxLength(64);
        builder.Property(s => s.Item).HasMaxLength(64);
        builder.Property(s => s.Topic).HasMaxLength(400);
        builder.Property(s => s.On).HasColumnName("day");
        // Two events of one session at once: the second to save is delivered again.
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.IsHeld);
        builder.HasIndex(s => new { s.Year, s.Unit });
    }
}
