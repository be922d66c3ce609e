using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Topics;

internal enum ProposalState
{
    Proposed = 1,
    Accepted,
    Declined,
    Merged,
}

/// <summary>A topic that a unit or its leader proposes for the county's plan.</summary>
internal sealed class TopicProposal : Aggregate, IOwnedByUnit
{
    public TopicProposal(string unit, string id, int year, string title, string rationale, int suggestedQuarter)
    {
        (Unit, Id, Year) = (unit, id, year);
        (Title, Rationale, SuggestedQuarter) = (title, rationale, suggestedQuarter);
    }

    public override string ResourceName => NameOf(Unit, Id);

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public int Year { get; private set; }

    public string Title { get; private set; }

    public string Rationale { get; private set; }

    /// <summary>0 when it does not matter.</summary>
    public int SuggestedQuarter { get; private set; }

    /// <summary>Resource name; empty for a topic that nobody called for.</summary>
    public string Campaign { get; init; } = "";

    /// <summary><c>people/{person}</c>.</summary>
    public string ProposedBy { get; init; } = "";

    public bool IsByLeader { get; init; }

    public ProposalState State { get; private set; } = ProposalState.Proposed;

    public string Answer { get; private set; } = "";

    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Resource name of the proposal that took it in; empty unless merged.</summary>
    public string MergedInto { get; private set; } = "";

    /// <summary>What became of that one.</summary>
    public ProposalState? MergedState { get; private set; }

    /// <summary>Another one can still be merged into it.</summary>
    public bool IsTakenUp => State is ProposalState.Proposed or ProposalState.Accepted;

    public static string NameOf(string unit, string id) => $"units/{unit}/topicProposals/{id}";

    public void Accept(string answer, DateOnly on) => Decide(ProposalState.Accepted, answer, on);

    public void Decline(string answer, DateOnly on) => Decide(ProposalState.Declined, answer, on);

    public void MergeInto(TopicProposal other, string answer, DateOnly on)
    {
        if (other == this || other.Year != Year || !other.IsTakenUp)
        {
            throw ProposalErrors.MergeWrong(this, other.ResourceName);
        }

        Decide(ProposalState.Merged, answer, on);
        (MergedInto, MergedState) = (other.ResourceName, other.State);
    }

    /// <summary>The proposal that took this one in was answered: its proposer shares the answer.</summary>
    public void Share(TopicProposal other)
    {
        MergedState = other.State;
        Answer = other.Answer.Length > 0 ? other.Answer : Answer;
    }

    private void Decide(ProposalState decision, string answer, DateOnly on)
    {
        if (State != ProposalState.Proposed)
        {
            throw ProposalErrors.Answered(this);
        }

        (State, Answer, AnsweredOn) = (decision, answer, on);
    }
}
