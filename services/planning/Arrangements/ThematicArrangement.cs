using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;

namespace StudySuite.Planning.Arrangements;

internal enum ArrangementState
{
    Draft = 1,
    Issued,
    Withdrawn,
}

/// <summary>One topic; read and written with its arrangement.</summary>
internal sealed record ArrangementTopic(
    string Id, string Title, List<string> MustRead, List<string> OptionalRead, DateOnly StartsOn, DateOnly EndsOn,
    bool IsMandatory, string Requirement);

/// <summary>What was changed after the issue; <see cref="Before"/> is empty for the withdrawal.</summary>
internal sealed record ArrangementChange(DateOnly On, string Reason, string By, List<ArrangementTopic> Before);

/// <summary>What all units in scope shall study by topics, issued by a publicity department.</summary>
internal sealed class ThematicArrangement : Aggregate, IOwnedByUnit
{
    private ThematicArrangement()
    {
    }

    public ThematicArrangement(string unit, string id, int year) => (Unit, Id, Year) = (unit, id, year);

    public override string ResourceName => $"units/{Unit}/thematicArrangements/{Id}";

    /// <summary>The issuer.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Unique over all issuers, because the units in scope read it under their own name.</summary>
    public string Id { get; private set; } = "";

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Requirement { get; private set; } = "";

    public List<ArrangementTopic> Topics { get; private set; } = [];

    public Scope Scope { get; private set; } = new([], []);

    public ArrangementState State { get; private set; } = ArrangementState.Draft;

    public DateOnly? IssuedOn { get; private set; }

    public List<ArrangementChange> Changes { get; private set; } = [];

    /// <summary>Codes of the units that it was issued to.</summary>
    public List<string> Recipients { get; private set; } = [];

    public IEnumerable<ArrangementTopic> MandatoryTopics => Topics.Where(topic => topic.IsMandatory);

    public string TopicName(string topic) => $"{ResourceName}/topics/{topic}";

    public void Write(
        string? title, string? number, string? requirement, List<ArrangementTopic>? topics, Scope? scope)
    {
        RequireDraft();
        (Title, Number, Requirement) = (title ?? Title, number ?? Number, requirement ?? Requirement);
        (Topics, Scope) = (topics ?? Topics, scope ?? Scope);
    }

    public void Issue(DateOnly on, List<string> recipients)
    {
        RequireDraft();
        if (Number.Length == 0)
        {
            throw ArrangementErrors.NumberMissing(this);
        }

        if (recipients.Count == 0)
        {
            throw ArrangementErrors.ScopeEmpty(this);
        }

        (IssuedOn, Recipients, State) = (on, recipients, ArrangementState.Issued);
    }

    public void Amend(List<ArrangementTopic> topics, string reason, string person, DateOnly on)
    {
        RequireIssued();
        Changes = [.. Changes, new ArrangementChange(on, reason, person, Topics)];
        Topics = topics;
    }

    public void Withdraw(string reason, string person, DateOnly on)
    {
        RequireIssued();
        Changes = [.. Changes, new ArrangementChange(on, reason, person, [])];
        State = ArrangementState.Withdrawn;
    }

    /// <summary>Those it was issued to, and the units that have come since; it speaks to a place, not to a list.</summary>
    public void Readdress(List<string> recipients) => Recipients = [.. Recipients.Union(recipients)];

    private void RequireDraft()
    {
        if (State != ArrangementState.Draft)
        {
            throw ArrangementErrors.NotDraft(this);
        }
    }

    private void RequireIssued()
    {
        if (State != ArrangementState.Issued)
        {
            throw ArrangementErrors.NotIssued(this);
        }
    }
}
