using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Checks;

internal enum CheckState
{
    Draft = 1,
    Concluded,
}

/// <summary>A check of another kind than a sit-in; the unit is the one that is checked.</summary>
internal sealed class Check(string unit, string id, string organiser, ProblemSource source) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/checks/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    public string Organiser { get; private set; } = organiser;

    public ProblemSource Source { get; private set; } = source;

    public CheckState State { get; private set; } = CheckState.Draft;

    public CheckContent Content { get; private set; } = CheckContent.Empty;

    public DateOnly CheckedOn { get; private set; }

    public DateOnly? ConcludedOn { get; private set; }

    public void Write(CheckContent content, DateOnly checkedOn)
    {
        RequireDraft();
        (Content, CheckedOn) = (content, checkedOn);
    }

    public void Conclude(DateOnly on)
    {
        RequireDraft();
        on.RequireNotBefore(CheckedOn, "concluded_on");
        (ConcludedOn, State) = (on, CheckState.Concluded);
    }

    public void RequireDraft()
    {
        if (State != CheckState.Draft)
        {
            throw CheckErrors.NotDraft(this);
        }
    }
}

/// <summary>What is written in it; read and written as a whole.</summary>
internal sealed record CheckContent(
    string Title, string Basis, List<string> Checkers, string Summary, List<Finding> Findings)
{
    public static readonly CheckContent Empty = new("", "", [], "", []);
}

internal sealed record Finding(int Line, string Text, string Category, string RuleReference);
