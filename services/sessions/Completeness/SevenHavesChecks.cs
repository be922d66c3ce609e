using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using static StudySuite.Sessions.V1.SevenHavesResult;

namespace StudySuite.Sessions.Completeness;

/// <param name="Finding">Key of what was found, for the texts.</param>
/// <param name="Remedy">Key of what to do, when it is missing.</param>
internal sealed record SevenHavesFinding(SevenHavesKind Kind, SevenHavesResult Result, string Finding, string Remedy = "")
{
    public bool IsMissing => Result == SevenHavesResult.Missing;
}

/// <summary>The seven haves (七有, DOMAIN §11.18) as a list: one line each, in the county's order.</summary>
internal static class SevenHavesChecks
{
    private static readonly Func<StudySession, AttendanceRoll?, SevenHavesFinding>[] All =
    [
        (session, _) => session.PlanItem is null
            ? new(SevenHavesKind.Plan, NotApplicable, "SEVEN_PLAN_UNPLANNED")
            : new(SevenHavesKind.Plan, Ok, "SEVEN_PLAN_OK"),
        (session, _) => session.SchemeApprovedOn is null
            ? new(SevenHavesKind.Scheme, Missing, "SEVEN_SCHEME_MISSING", "SEVEN_SCHEME_REMEDY")
            : new(SevenHavesKind.Scheme, Ok, "SEVEN_SCHEME_OK"),
        (session, _) => session.State is SessionState.Recorded or SessionState.Complete or SessionState.Archived
            && !session.MissingInRecord().Any()
            ? new(SevenHavesKind.Record, Ok, "SEVEN_RECORD_OK")
            : new(
                SevenHavesKind.Record, Missing, session.MissingInRecord().Any() ? "SEVEN_RECORD_MISSING" : "SEVEN_RECORD_OPEN",
                "SEVEN_RECORD_REMEDY"),
        (_, roll) => roll is { IsClosed: true }
            ? new(SevenHavesKind.Attendance, Ok, "SEVEN_ATTENDANCE_OK")
            : new(SevenHavesKind.Attendance, Missing, "SEVEN_ATTENDANCE_MISSING", "SEVEN_ATTENDANCE_REMEDY"),
        (session, _) => !session.Forms.Contains(SessionForm.Discussion) || session.Counting.IsReadingClass
            ? new(SevenHavesKind.Discussion, NotApplicable, "SEVEN_DISCUSSION_NONE")
            : session.Record.Speeches.Count > 0
                ? new(SevenHavesKind.Discussion, Ok, "SEVEN_DISCUSSION_OK")
                : new(SevenHavesKind.Discussion, Missing, "SEVEN_DISCUSSION_MISSING", "SEVEN_DISCUSSION_REMEDY"),
        (session, _) => session.NotesCheckedOn is null
            ? new(SevenHavesKind.Notes, Missing, "SEVEN_NOTES_MISSING", "SEVEN_NOTES_REMEDY")
            : new(SevenHavesKind.Notes, Ok, "SEVEN_NOTES_OK"),
        (session, _) => session.Record.PublicityItems.Count > 0
            ? new(SevenHavesKind.Publicity, Ok, "SEVEN_PUBLICITY_OK")
            : session.Record.NoPublicityReason.Length > 0
                ? new(SevenHavesKind.Publicity, NotApplicable, "SEVEN_PUBLICITY_NONE")
                : new(SevenHavesKind.Publicity, Missing, "SEVEN_PUBLICITY_MISSING", "SEVEN_PUBLICITY_REMEDY"),
    ];

    public static IReadOnlyList<SevenHavesFinding> Run(StudySession session, AttendanceRoll? roll) =>
        [.. All.Select(check => check(session, roll))];
}
