using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Completeness;

/// <summary>
/// What the rulebook of the day says of the seven haves: by when each should be there, and which ones bind.
/// </summary>
internal sealed class SevenHavesRules(Rules county, IReadOnlyDictionary<string, string> kinds, WorkCalendar calendar)
{
    private const string OfTheSession = "";

    public string Rulebook => county.Rulebook;

    public WorkCalendar Calendar => calendar;

    /// <param name="units">Those that will be asked about: a province has far more than one caller sees.</param>
    public static async Task<SevenHavesRules> LoadAsync(
        SessionsDbContext db, IQueryable<UnitView> units, DateOnly today, CancellationToken cancellationToken) =>
        new(
            await Rules.LoadAsync(db, today, cancellationToken),
            await units.Select(unit => new { unit.Code, unit.Kind })
                .ToDictionaryAsync(unit => unit.Code, unit => unit.Kind, cancellationToken),
            await WorkCalendar.LoadAsync(db, cancellationToken));

    /// <summary>A session cannot be completed without it.</summary>
    public bool Binds(string unit, SevenHavesKind kind) =>
        Of(unit).Members("seven_haves.binding_checks").Contains(kind.UpperSnake(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing is missing that binds.</summary>
    public bool IsComplete(string unit, IEnumerable<SevenHavesFinding> findings) =>
        !findings.Any(finding => finding.IsMissing && Binds(unit, finding.Kind));

    /// <param name="last">Last day of the session.</param>
    public DateOnly ArchiveBy(string unit, DateOnly last) =>
        calendar.AddWorkdays(last, Of(unit).Number("archive.due_days"));

    public (DateOnly DueOn, string Rule) DayOf(StudySession session, SevenHavesKind kind)
    {
        var held = session.HeldUntil ?? session.HeldOn ?? session.PlannedOn;
        var rule = kind switch
        {
            SevenHavesKind.Plan or SevenHavesKind.Scheme or SevenHavesKind.Attendance => OfTheSession,
            SevenHavesKind.Record or SevenHavesKind.Discussion => "session_report.due_days",
            _ => "archive.due_days",
        };
        return rule == OfTheSession ? (held, rule) : (calendar.AddWorkdays(held, Of(session.Unit).Number(rule)), rule);
    }

    private Rules Of(string unit) => county.For(unit, kinds.GetValueOrDefault(unit));
}
