using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.FirstTopics;

/// <summary>A first topic (第一议题); counted apart from sessions, also when it was studied at one.</summary>
internal sealed class FirstTopic : Aggregate, IOwnedByUnit
{
    public FirstTopic(string unit, string id) => (Unit, Id) = (unit, id);

    public override string ResourceName => $"units/{Unit}/firstTopics/{Id}";

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public string Title { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string Url { get; private set; } = "";

    public DateOnly PublishedOn { get; private set; }

    public TextBasis TextBasis { get; private set; }

    public FirstTopicState State { get; private set; } = FirstTopicState.Pooled;

    public DateOnly? StudiedOn { get; private set; }

    /// <summary>As it was said; <see cref="StudiedOn"/> stands apart for queries.</summary>
    public FirstTopicStudy Details { get; private set; } = new();

    /// <summary>Days that a topic may wait before the ledger hints at it, by the rulebook of its publication.</summary>
    public int FollowUpDays { get; private set; }

    public string Rulebook { get; private set; } = "";

    public void Pool(
        string title, string source, string url, DateOnly publishedOn, TextBasis basis, int followUpDays, string rulebook)
    {
        (Title, Source, Url, PublishedOn, TextBasis) = (title, source, url, publishedOn, basis);
        (FollowUpDays, Rulebook) = (followUpDays, rulebook);
    }

    public void Study(DateOnly on, FirstTopicStudy details)
    {
        if (State != FirstTopicState.Pooled)
        {
            throw FirstTopicErrors.Studied(this);
        }

        (StudiedOn, Details, State) = (on, details, FirstTopicState.Studied);
    }

    public int DaysElapsed(DateOnly today) => (StudiedOn ?? today).DayNumber - PublishedOn.DayNumber;
}
