using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Completeness;

/// <summary>By when what is missing should be there, with the rule that says so.</summary>
internal sealed class SevenHavesDays(Rules county, IReadOnlyDictionary<string, string> kinds, WorkCalendar calendar)
{
    private const string OfTheSession = "";

    public static async Task<SevenHavesDays> LoadAsync(SessionsDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        new(
            await Rules.LoadAsync(db, today, cancellationToken),
            await db.UnitViews.ToDictionaryAsync(unit => unit.Code, unit => unit.Kind, cancellationToken),
            await WorkCalendar.LoadAsync(db, cancellationToken));

    public (DateOnly DueOn, string Rule) Of(StudySession session, SevenHavesKind kind)
    {
        var held = session.HeldUntil ?? session.HeldOn ?? session.PlannedOn;
        var rule = kind switch
        {
            SevenHavesKind.Plan or SevenHavesKind.Scheme or SevenHavesKind.Attendance => OfTheSession,
            SevenHavesKind.Record or SevenHavesKind.Discussion => "session_report.due_days",
            _ => "archive.due_days",
        };
        return rule == OfTheSession
            ? (held, rule)
            : (calendar.AddWorkdays(held, county.For(session.Unit, kinds.GetValueOrDefault(session.Unit)).Number(rule)), rule);
    }
}
