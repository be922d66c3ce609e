using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Events;
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

    /// <summary>Leader in charge of the field, by name.</summary>
    public string Leader { get; private set; } = "";

    public DateOnly? ReceivedOn { get; private set; }

    public DateOnly PublishedOn { get; private set; }

    public TextBasis TextBasis { get; private set; }

    public FirstTopicState State { get; private set; } = FirstTopicState.Pooled;

    public DateOnly? StudiedOn { get; private set; }

    /// <summary>As it was said; <see cref="StudiedOn"/> stands apart for queries.</summary>
    public FirstTopicStudy Details { get; private set; } = new();

    /// <summary>Days that a topic may wait before the ledger hints at it, by the rulebook of its publication.</summary>
    public int FollowUpDays { get; private set; }

    public string Rulebook { get; private set; } = "";

    /// <summary>Reports on the measures, by their number.</summary>
    public List<MeasureReport> Reports { get; private set; } = [];

    /// <summary>Kept apart for queries.</summary>
    public int OpenMeasures { get; private set; }

    public MeetingKind MeetingKind { get; private set; }

    public string DropReason { get; private set; } = "";

    public string CorrectionReason { get; private set; } = "";

    /// <summary>From a message that <see cref="FirstTopicContent"/> has passed.</summary>
    public void Pool(FirstTopicContent content, int followUpDays, string rulebook)
    {
        RequirePooled();
        (Title, Source, Url, PublishedOn, TextBasis) =
            (content.Title, content.Source, content.Url, content.PublishedOn, content.TextBasis);
        (Leader, ReceivedOn) = (content.Leader, content.ReceivedOn);
        (FollowUpDays, Rulebook) = (followUpDays, rulebook);
    }

    public void Drop(string reason)
    {
        RequirePooled();
        (DropReason, State) = (reason, FirstTopicState.Dropped);
    }

    public void Study(DateOnly on, FirstTopicStudy details)
    {
        RequirePooled();
        State = FirstTopicState.Studied;
        Write(on, details);
    }

    /// <summary>Reports stay with the numbers of their measures; those beyond the new list go.</summary>
    public void CorrectStudy(DateOnly on, FirstTopicStudy details, string reason)
    {
        if (State != FirstTopicState.Studied)
        {
            throw FirstTopicErrors.NotStudied(this);
        }

        Reports.RemoveAll(report => report.Number > details.Measures.Count);
        Write(on, details);
        CorrectionReason = reason;
    }

    public void Report(MeasureReport report)
    {
        if (State != FirstTopicState.Studied || report.Number < 1 || report.Number > Details.Measures.Count)
        {
            throw FirstTopicErrors.MeasureUnknown(this, report.Number);
        }

        Reports.RemoveAll(earlier => earlier.Number == report.Number);
        Reports.Add(report);
        CountOpenMeasures();
    }

    private void Write(DateOnly on, FirstTopicStudy details)
    {
        (StudiedOn, Details, MeetingKind) = (on, details, details.MeetingKind);
        CountOpenMeasures();
    }

    private void CountOpenMeasures() =>
        OpenMeasures = Details.Measures.Count - MeasuresDone;

    private void RequirePooled()
    {
        if (State != FirstTopicState.Pooled)
        {
            throw FirstTopicErrors.Studied(this);
        }
    }

    /// <summary>Of a change that is about to be saved.</summary>
    public FirstTopicStudied ToEvent() =>
        new(ResourceName, Unit, Title, StudiedOn!.Value, NextVersion, MeetingKind.UpperSnake());

    public int MeasuresDone => Reports.Count(report => report.DoneOn is not null);

    public int DaysElapsed(DateOnly today) => (StudiedOn ?? today).DayNumber - PublishedOn.DayNumber;
}

/// <summary>How far a measure is.</summary>
internal sealed record MeasureReport(int Number, string Progress, DateOnly ReportedOn, DateOnly? DoneOn);
