using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Topics;

internal enum ProposalState
{
    Proposed = 1,
    Accepted,
    Declined,
}

/// <summary>A topic that a unit proposes for the county's plan.</summary>
internal sealed class TopicProposal : Aggregate, IOwnedByUnit
{
    public TopicProposal(string unit, string id, int year, string title, string rationale, int suggestedQuarter)
    {
        (Unit, Id, Year) = (unit, id, year);
        (Title, Rationale, SuggestedQuarter) = (title, rationale, suggestedQuarter);
    }

    public override string ResourceName => $"units/{Unit}/topicProposals/{Id}";

    public string Unit { get; private set; }

    public string Id { get; private set; }

    public int Year { get; private set; }

    public string Title { get; private set; }

    public string Rationale { get; private set; }

    /// <summary>0 when it does not matter.</summary>
    public int SuggestedQuarter { get; private set; }

    public ProposalState State { get; private set; } = ProposalState.Proposed;

    public string Answer { get; private set; } = "";

    public void Accept(string answer) => Decide(ProposalState.Accepted, answer);

    public void Decline(string answer) => Decide(ProposalState.Declined, answer);

    private void Decide(ProposalState decision, string answer)
    {
        if (State != ProposalState.Proposed)
        {
            throw ProposalErrors.Answered(this);
        }

        (State, Answer) = (decision, answer);
    }
}
