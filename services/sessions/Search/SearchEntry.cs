using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StudySuite.Defaults.Access;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Search;

internal enum SearchKind
{
    Session = 1,
    Record = 2,
    File = 3,
    Activity = 4,
    FirstTopic = 5,
}

/// <summary>Who may find it.</summary>
internal enum SearchAudience
{
    /// <summary>Whoever sees plans and schemes.</summary>
    Plans = 1,

    /// <summary>Whoever reads records.</summary>
    Records = 2,

    /// <summary>Study materials: whoever sees plans, but before the leader's approval only the staff.</summary>
    Materials = 3,

    /// <summary>What belongs to leave and make-up: the staff.</summary>
    Staff = 4,
}

/// <summary>What can be found of one thing.</summary>
internal sealed class SearchEntry(string unit, SearchKind kind, string id) : IOwnedByUnit
{
    public string Unit { get; private set; } = unit;

    public SearchKind Kind { get; private set; } = kind;

    /// <summary>Id of the thing in its unit; of a file, session and file with a slash between.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Id of the session it belongs to, or empty.</summary>
    public string Session { get; private set; } = "";

    public SearchAudience Audience { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly HappenedOn { get; private set; }

    /// <summary>Title and text as they are searched: lower case, single spaces.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Pairs of neighbouring characters, for PostgreSQL's index; empty on SQLite, which reads the texts.</summary>
    public string Pairs { get; private set; } = "";

    public string ResourceName => Kind switch
    {
        SearchKind.Record => $"{SessionName.Of(Unit, Id)}/record",
        SearchKind.File => $"{SessionName.Of(Unit, Session)}/files/{Id[(Session.Length + 1)..]}",
        SearchKind.Activity => $"units/{Unit}/activities/{Id}",
        SearchKind.FirstTopic => $"units/{Unit}/firstTopics/{Id}",
        _ => SessionName.Of(Unit, Id),
    };

    public void Write(SearchSource source, bool withPairs)
    {
        (Session, Audience, Title, HappenedOn) = (source.Session, source.Audience, source.Title, source.On);
        Text = SearchText.Normalise($"{source.Title} {source.Text}");
        Pairs = withPairs ? SearchText.Pairs(Text) : "";
    }
}

/// <summary>What a thing gives to be found by.</summary>
internal sealed record SearchSource(
    string Unit, SearchKind Kind, string Id, string Session, SearchAudience Audience, string Title, DateOnly On, string Text);

internal sealed class SearchEntryConfiguration : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("search_entry");
        builder.HasKey(e => new { e.Unit, e.Kind, e.Id });
        builder.Property(e => e.Unit).HasMaxLength(64);
        builder.Property(e => e.Id).HasMaxLength(130);
        builder.Property(e => e.Session).HasMaxLength(64);
        builder.Property(e => e.Title).HasMaxLength(300);
        builder.Ignore(e => e.ResourceName);
        builder.HasIndex(e => new { e.HappenedOn, e.Unit });
    }
}
