using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

/// <summary>
/// First topics of the pool that a session's record names: they are studied with it, and nobody enters that in the
/// ledger again. A session that begins with one stays one session; the topic is counted apart.
/// </summary>
internal sealed class StudiedTopics(SessionsDbContext db)
{
    /// <summary>What a record names must be of the unit's pool and published by then; a title stands for itself.</summary>
    public async Task CheckAsync(
        StudySession session, Record record, IReadOnlySet<string> fields, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(session, record.FirstTopics, cancellationToken);
        var known = named.ToDictionary(topic => topic.ResourceName);
        var wrong = new Violations();
        for (var i = 0; i < record.FirstTopics.Count; i++)
        {
            var (name, at) = (record.FirstTopics[i], $"record.first_topics[{i}]");
            if (IdOf(name) is not null)
            {
                wrong.AddIf(!known.TryGetValue(name, out var topic), at, "FIRST_TOPIC_UNKNOWN", ("value", name))
                    .AddIf(topic?.PublishedOn > session.HeldOn, at, "STUDIED_BEFORE_PUBLICATION");
            }
        }

        wrong.ThrowIfAny();
        if (session.State == SessionState.Recorded && fields.Contains("first_topics"))
        {
            var dropped = session.Record.FirstTopics.Except(record.FirstTopics);
            var gone = await NamedAsync(session, dropped, cancellationToken);
            if (gone.Find(topic => topic.Details.Session == session.ResourceName) is { } studied)
            {
                throw FirstTopicErrors.Studied(studied);
            }
        }
    }

    /// <summary>Of a submitted record; what was studied elsewhere before stays as it is. Saved by the caller.</summary>
    public async Task StudyAsync(StudySession session, RollSheet? sheet, CancellationToken cancellationToken)
    {
        var totals = sheet?.Totals() ?? new RollTotals();
        foreach (var topic in await NamedAsync(session, session.Record.FirstTopics, cancellationToken))
        {
            if (topic.State == FirstTopicState.Pooled)
            {
                topic.Study(session.HeldOn!.Value, new FirstTopicStudy
                {
                    MeetingKind = MeetingKind.StudyGroup,
                    StudiedOn = session.HeldOn.ToText(),
                    Chair = session.Scheme.Chair,
                    RelayPerson = topic.Leader.Length > 0 ? topic.Leader : session.Scheme.Chair,
                    Participants = totals.Present + totals.Attending,
                    Session = session.ResourceName,
                });
                db.Enqueue(topic.ToEvent());
            }
        }
    }

    /// <summary>The session was held on another day than was said. Saved by the caller.</summary>
    public async Task MoveAsync(StudySession session, DateOnly on, string reason, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(session, session.Record.FirstTopics, cancellationToken);
        var topics = named.FindAll(topic =>
            topic.State == FirstTopicState.Studied && topic.Details.Session == session.ResourceName);
        new Violations()
            .AddIf(topics.Exists(topic => topic.PublishedOn > on), "session.held_on", "STUDIED_BEFORE_PUBLICATION")
            .ThrowIfAny();
        foreach (var topic in topics)
        {
            topic.CorrectStudy(on, new FirstTopicStudy(topic.Details) { StudiedOn = on.ToText() }, reason);
            db.Enqueue(topic.ToEvent());
        }
    }

    /// <summary>The record's first topics as titles, for print.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(
        SessionsDbContext db, StudySession session, CancellationToken cancellationToken)
    {
        var topics = await new StudiedTopics(db).NamedAsync(session, session.Record.FirstTopics, cancellationToken);
        var titles = topics.ToDictionary(topic => topic.ResourceName, topic => topic.Title);
        return [.. session.Record.FirstTopics.Select(name => titles.GetValueOrDefault(name, name))];
    }

    private async Task<List<FirstTopic>> NamedAsync(
        StudySession session, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var prefix = $"units/{session.Unit}/firstTopics/";
        var ids = names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(IdOf).OfType<string>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.FirstTopics
            .Where(topic => topic.Unit == session.Unit && ids.Contains(topic.Id)).ToListAsync(cancellationToken);
    }

    private static string? IdOf(string name) =>
        ResourceName.TryParse("units/{unit}/firstTopics/{firstTopic}", name)?[1];
}
