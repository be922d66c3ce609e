using StudySuite.Defaults.Requests;
using StudySuite.Roster;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MemberYears;

/// <summary>What the rulebook asks of each full member in a year (DOMAIN §1.2), and how far it is met.</summary>
internal static class Obligations
{
    public static IEnumerable<MemberExpectation> Of(MemberDeeds deeds, Rules rules, int year)
    {
        var outputs = Counted("member.output_min_per_year", deeds.OutputCount);
        var speeches = Counted("member.speech_min_per_year", deeds.SpeechCount);
        var books = Counted("member.books_min_per_year", deeds.BookCount);
        IEnumerable<MemberExpectation> counted = [outputs, speeches, books];
        foreach (var expectation in counted.Where(expectation => expectation.Expected > 0))
        {
            yield return expectation;
        }

        foreach (var makeUp in deeds.OpenMakeUps)
        {
            var due = About("makeup.deadline_days", 1, 0, makeUp.DueOn);
            due.Meaning = $"补学“{makeUp.Topic}”";
            due.Rulebook = makeUp.Rulebook;
            yield return due;
        }

        var attendance = About(
            "member.attendance_rate_min", (int)(rules.Decimal("member.attendance_rate_min") * 100), deeds.AttendancePercent,
            new DateOnly(year, 12, 31));
        attendance.IsAdvice = true;
        if (attendance.Expected > 0)
        {
            yield return attendance;
        }

        MemberExpectation Counted(string key, int done) => About(key, rules.Number(key), done, new DateOnly(year, 12, 31));

        MemberExpectation About(string key, int expected, int done, DateOnly dueOn) => new()
        {
            Rule = key,
            Meaning = RuleDefaults.Find(key).Meaning,
            Expected = expected,
            Done = done,
            IsMet = done >= expected,
            Rulebook = rules.Rulebook,
            Basis = BasisOf(RuleDefaults.Find(key)),
            DueOn = dueOn.ToText(),
        };
    }

    /// <summary>Open ones to remind of: what is only advice is nobody's duty.</summary>
    public static List<string> OpenOf(MemberDeeds deeds, Rules rules, int year) =>
        [.. Of(deeds, rules, year).Where(e => e is { IsMet: false, IsAdvice: false }).Select(e => e.Rule).Distinct()];

    /// <summary>Only what was read in a source is called a rule (DOMAIN, evidence tags).</summary>
    private static string BasisOf(RuleParameter rule) => rule.Evidence switch
    {
        RuleEvidence.Verified => $"规则手册参数 {rule.Key}，依据见资料 {rule.Source}",
        RuleEvidence.Recalled => $"规则手册参数 {rule.Key}，通行做法，未查到出处",
        _ => $"规则手册参数 {rule.Key}，本系统默认值，非正式规定",
    };
}
