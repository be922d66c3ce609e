using StudySuite.Defaults.Database;

namespace StudySuite.Notifications.Suggestions;

internal enum SuggestionKind
{
    Complaint = 1,
    Suggestion,
}

internal enum SuggestionState
{
    Open = 1,
    Answered,
}

/// <summary>A complaint or suggestion about the system, and the answer to it.</summary>
internal sealed class Suggestion : Aggregate
{
    public Suggestion(string id, string person, SuggestionKind kind, string text, bool isAnonymous)
    {
        (Id, Person, Kind) = (id, person, kind);
        (Text, IsAnonymous) = (text, isAnonymous);
    }

    public override string ResourceName => $"suggestions/{Id}";

    public string Id { get; private set; }

    /// <summary>Id of the person who made it.</summary>
    public string Person { get; private set; }

    public SuggestionKind Kind { get; private set; }

    public string Text { get; private set; }

    public bool IsAnonymous { get; private set; }

    public SuggestionState State { get; private set; } = SuggestionState.Open;

    public string Answer { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Reply(string answer, DateTimeOffset now)
    {
        if (State != SuggestionState.Open)
        {
            throw SuggestionErrors.Answered(this);
        }

        (Answer, AnsweredAt, State) = (answer, now, SuggestionState.Answered);
    }
}
