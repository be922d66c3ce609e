using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using MaterialFile = StudySuite.Sessions.Materials.MaterialFile;

namespace StudySuite.Sessions.Search;

/// <summary>Keeps what can be found the same as what is there.</summary>
internal static class SearchIndex
{
    /// <summary>Before a save: entries of what it adds, changes or takes away.</summary>
    public static async Task UpdateAsync(SessionsDbContext db, CancellationToken cancellationToken)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.Entity is StudySession or MaterialFile or Activities.Activity or FirstTopics.FirstTopic)
            .Select(entry => (entry.Entity, IsGone: entry.State == EntityState.Deleted)).ToList();
        foreach (var (entity, isGone) in changed)
        {
            foreach (var source in SourcesOf(entity))
            {
                await WriteAsync(db, source, isGone || entity is Activities.Activity { IsFindable: false }, cancellationToken);
            }
        }
    }

    public static async Task WriteAsync(SessionsDbContext db, SearchSource source, bool isGone, CancellationToken cancellationToken)
    {
        var entry = await db.SearchEntries.FindAsync([source.Unit, source.Kind, source.Id], cancellationToken);
        if (isGone)
        {
            if (entry is not null)
            {
                db.Remove(entry);
            }

            return;
        }

        entry ??= db.Add(new SearchEntry(source.Unit, source.Kind, source.Id)).Entity;
        entry.Write(source, withPairs: db.Database.IsNpgsql());
    }

    public static IEnumerable<SearchSource> SourcesOf(object entity) => entity switch
    {
        StudySession s =>
        [
            new(s.Unit, SearchKind.Session, s.Id, s.Id, SearchAudience.Plans, s.Topic, s.HeldOn ?? s.PlannedOn, TextOf(s.Scheme)),
            .. s.HeldOn is { } on && !s.Record.Equals(new V1.Record())
                ? new SearchSource[] { new(s.Unit, SearchKind.Record, s.Id, s.Id, SearchAudience.Records, s.Topic, on, TextOf(s.Record)) }
                : [],
        ],
        MaterialFile f =>
        [
            new(f.Unit, SearchKind.File, $"{f.Session}/{f.Id}", f.Session,
                AudienceOf(f.Part),
                f.Title, DayOf(f.CreatedAt), $"{f.FileName} {f.Text}"),
        ],
        Activities.Activity a =>
        [
            new(a.Unit, SearchKind.Activity, a.Id, a.Session, SearchAudience.Records, a.Title, a.HappenedOn,
                $"{a.PersonName} {a.Team} {a.Place} {a.Text}"),
        ],
        FirstTopics.FirstTopic t =>
        [
            new(t.Unit, SearchKind.FirstTopic, t.Id, "", SearchAudience.Records, t.Title, t.StudiedOn ?? t.PublishedOn,
                $"{t.Source} {TextOf(t.Details)}"),
        ],
        _ => [],
    };

    private static SearchAudience AudienceOf(ArchiveItemKind part) => part switch
    {
        ArchiveItemKind.Materials => SearchAudience.Materials,
        ArchiveItemKind.LeaveAndMakeUp => SearchAudience.Staff,
        _ => SearchAudience.Records,
    };

    private static DateOnly DayOf(DateTimeOffset at) => Defaults.Requests.Dates.InChina(at);

    /// <summary>Every text of the message, however deep; names of resources are not for people.</summary>
    private static string TextOf(IMessage message) => string.Join(
        ' ', Content.TextsOf("", message).Select(found => found.Text).Where(text => !text.StartsWith("units/", StringComparison.Ordinal)));
}
