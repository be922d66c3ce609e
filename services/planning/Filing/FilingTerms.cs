using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Plans;
using StudySuite.Roster;

namespace StudySuite.Planning.Filing;

/// <summary>When plans are to be filed, and when that is recalled.</summary>
internal static class FilingTerms
{
    public const string DueSoon = "DUE_SOON";
    public const string Due = "DUE";
    public const string Overdue = "OVERDUE";

    public static DateOnly RuleDueOn(Rules rules, int year) => rules.DayIn("plan.file_due", year);

    public static Deadline DeadlineOf(FilingTerm? term, Rules rules, int year) =>
        term?.Deadline ?? new Deadline(RuleDueOn(rules, year));

    public static AlertLadder LadderOf(Rules rules) => new(
        new(DueSoon, -rules.Number("plan.alert_before_days")), new(Due, 0), new(Overdue, rules.Number("plan.alert_overdue_days")));

    /// <summary>Another date in the rulebook is another deadline; a date moved for one unit is the same one, re-armed.</summary>
    public static string SubjectOf(string unit, int year, Rules rules) =>
        $"{PlanName.Of(unit, year)}/filing@{RuleDueOn(rules, year).ToText()}";
}
