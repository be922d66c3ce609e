using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Supervision.Schemes;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Assessments;

internal enum AssessmentState
{
    Draft = 1,
    Evaluated,
    Shown,
    Final,
}

/// <summary>The assessment of one unit for a period that is over; it keeps a copy of the scheme it is judged by.</summary>
internal sealed class Assessment(string unit, string id, string scheme) : Aggregate, IOwnedByUnit
{
    public override string ResourceName => $"units/{Unit}/assessments/{Id}";

    public string Unit { get; private set; } = unit;

    public string Id { get; private set; } = id;

    /// <summary>Resource name.</summary>
    public string Scheme { get; private set; } = scheme;

    public required SchemeContent Content { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public AssessmentState State { get; private set; } = AssessmentState.Draft;

    /// <summary>By key of the line; a line without one is not scored yet.</summary>
    public Dictionary<string, LineResult> Results { get; private set; } = [];

    public string Rulebook { get; private set; } = "";

    public DateOnly? EvaluatedOn { get; private set; }

    public DateOnly? ShownOn { get; private set; }

    public DateOnly? FinalisedOn { get; private set; }

    public decimal ScoreOf(SchemeItem item) => Math.Clamp(
        item.Start + item.Lines.Sum(line => Results.GetValueOrDefault(line.Key)?.Of(line) ?? 0), 0, item.MaxPoints);

    public decimal Total => Content.Items.Sum(ScoreOf);

    /// <param name="counted">What the suite counts, by key of the line.</param>
    public void Evaluate(IReadOnlyDictionary<string, LineResult> counted, string rulebook, DateOnly on)
    {
        Require(State <= AssessmentState.Evaluated, AssessmentErrors.Shown);
        var kept = Results.Where(result => result.Value.IsByHand).ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var (key, result) in counted)
        {
            kept.TryAdd(key, result);
        }

        (Results, Rulebook, EvaluatedOn, State) = (kept, rulebook, on, AssessmentState.Evaluated);
    }

    public void ScoreByHand(string line, LineResult result)
    {
        Require(State == AssessmentState.Evaluated, AssessmentErrors.NotEvaluated);
        Results = new(Results) { [line] = result };
    }

    public IEnumerable<string> OpenLines() =>
        Content.Items.SelectMany(item => item.Lines).Select(line => line.Key).Where(key => !Results.ContainsKey(key));

    public void Show(DateOnly on)
    {
        Require(State == AssessmentState.Evaluated, AssessmentErrors.NotEvaluated);
        Require(!OpenLines().Any(), AssessmentErrors.LinesOpen);
        on.RequireNotBefore(To, "shown_on");
        (ShownOn, State) = (on, AssessmentState.Shown);
    }

    public void Appeal(string line, string person, DateOnly on, string reason)
    {
        RequireShown();
        Require(Results[line].Appeal is null, AssessmentErrors.AppealExists);
        on.RequireNotBefore(ShownOn, "appealed_on");
        var appeal = new Appeal(reason, person, on, AppealDecision.Pending, "", "", Results[line].Count);
        Results = new(Results) { [line] = Results[line] with { Appeal = appeal } };
    }

    /// <param name="scored">The line scored anew; null refuses the appeal.</param>
    public void DecideAppeal(string line, string person, string opinion, (int Count, decimal Points)? scored)
    {
        RequireShown();
        Require(Results[line].Appeal is { Decision: AppealDecision.Pending }, AssessmentErrors.AppealNotPending);
        var decision = scored is null ? AppealDecision.Refused : AppealDecision.Accepted;
        var result = Results[line] with
        {
            Appeal = Results[line].Appeal! with { Decision = decision, DecidedBy = person, Opinion = opinion },
            Count = scored?.Count ?? Results[line].Count,
            Points = scored?.Points ?? Results[line].Points,
        };
        Results = new(Results) { [line] = result };
    }

    public void RequireShown() => Require(State == AssessmentState.Shown, AssessmentErrors.NotShown);

    public void Finalise(DateOnly on)
    {
        RequireShown();
        Require(Results.Values.All(result => result.Appeal?.Decision != AppealDecision.Pending), AssessmentErrors.AppealsPending);
        on.RequireNotBefore(ShownOn, "finalised_on");
        (FinalisedOn, State) = (on, AssessmentState.Final);
    }

    private void Require(bool holds, Func<Assessment, Exception> otherwise)
    {
        if (!holds)
        {
            throw otherwise(this);
        }
    }
}

internal sealed record LineResult(int Count, decimal Points, List<string> Evidence, string Note, bool IsByHand, Appeal? Appeal = null)
{
    public decimal Of(SchemeLine line) => line.Result(Count, Points);
}

internal sealed record Appeal(
    string Reason, string AppealedBy, DateOnly AppealedOn, AppealDecision Decision, string DecidedBy, string Opinion, int CountBefore);
