using StudySuite.Defaults.Access;
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
    InProgress,
    Closed,
}

internal enum SuggestionStepKind
{
    Taken = 1,
    Answered,
    Reopened,
    Closed,
}

/// <summary>One step in the life of a suggestion.</summary>
/// <param name="Person">Id of who did it, with the name of that day.</param>
internal sealed record SuggestionStep(SuggestionStepKind Kind, string Person, string Name, string Text, DateTimeOffset At);

/// <summary>A complaint or suggestion about the system, and what came of it.</summary>
internal sealed class Suggestion : Aggregate
{
    public Suggestion(string id, string person, string personName, SuggestionKind kind, string text, bool isAnonymous)
    {
        (Id, Person, PersonName, Kind) = (id, person, personName, kind);
        (Text, IsAnonymous) = (text, isAnonymous);
    }

    public override string ResourceName => $"suggestions/{Id}";

    public string Id { get; private set; }

    /// <summary>Id of the person who made it.</summary>
    public string Person { get; private set; }

    /// <summary>Name of that day; empty of those made before it was kept.</summary>
    public string PersonName { get; private set; }

    public SuggestionKind Kind { get; private set; }

    public string Text { get; private set; }

    public bool IsAnonymous { get; private set; }

    public SuggestionState State { get; private set; } = SuggestionState.Open;

    public string Answer { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What happened to it, oldest first.</summary>
    public List<SuggestionStep> Steps { get; private set; } = [];

    /// <summary>Who works on it or answered last; null before.</summary>
    public SuggestionStep? Handler =>
        Steps.FindLast(step => step.Kind is SuggestionStepKind.Taken or SuggestionStepKind.Answered);

    public void Take(Caller by, DateTimeOffset now)
    {
        Require(State == SuggestionState.Open);
        Step(SuggestionStepKind.Taken, SuggestionState.InProgress, by, "", now);
    }

    public void Reply(Caller by, string answer, DateTimeOffset now)
    {
        if (State is SuggestionState.Answered or SuggestionState.Closed)
        {
            throw SuggestionErrors.Answered(this);
        }

        (Answer, AnsweredAt) = (answer, now);
        Step(SuggestionStepKind.Answered, SuggestionState.Answered, by, answer, now);
    }

    public void Reopen(Caller by, string reason, DateTimeOffset now)
    {
        RequireOwn(by);
        Require(State == SuggestionState.Answered);
        Step(SuggestionStepKind.Reopened, SuggestionState.Open, by, reason, now);
    }

    public void Close(Caller by, DateTimeOffset now)
    {
        RequireOwn(by);
        Require(State != SuggestionState.Closed);
        Step(SuggestionStepKind.Closed, SuggestionState.Closed, by, "", now);
    }

    private void Step(SuggestionStepKind kind, SuggestionState state, Caller by, string text, DateTimeOffset now)
    {
        Steps.Add(new SuggestionStep(kind, by.Person, by.Name, text, now));
        State = state;
    }

    private void RequireOwn(Caller caller)
    {
        if (caller.Person != Person)
        {
            throw SuggestionErrors.NotOwn(this);
        }
    }

    private void Require(bool isRightState)
    {
        if (!isRightState)
        {
            throw SuggestionErrors.State(this);
        }
    }
}
