using System.Globalization;
using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Completeness;

/// <summary>Puts findings into the words of the caller's language; the sentences stand with those of the errors.</summary>
internal static class SevenHavesTexts
{
    public static V1.SevenHaves ToProto(
        StudySession session, IReadOnlyList<SevenHavesFinding> findings, SevenHavesRules rules, DateOnly today,
        CultureInfo culture)
    {
        KeyValuePair<string, string>[] facts =
        [
            new("plan_year", YearOf(session.PlanItem)), new("unplanned_reason", session.UnplannedReason),
            new("scheme_approved_on", session.SchemeApprovedOn.ToText()),
            new("missing", string.Join(", ", session.MissingInRecord())),
            new("speeches", session.Record.Speeches.Count.ToString(CultureInfo.InvariantCulture)),
            new("notes_checked_on", session.NotesCheckedOn.ToText()),
            new("publicity", session.Record.PublicityItems.Count.ToString(CultureInfo.InvariantCulture)),
            new("no_publicity_reason", session.Record.NoPublicityReason),
        ];

        DateOnly? archiveBy = session.IsHeld && session.State != V1.SessionState.Archived
            ? rules.ArchiveBy(session.Unit, session.HeldUntil ?? session.HeldOn!.Value)
            : null;
        return new V1.SevenHaves
        {
            Name = $"{session.ResourceName}/sevenHaves",
            IsComplete = rules.IsComplete(session.Unit, findings),
            IsLate = findings.Any(finding => finding.IsMissing && rules.DayOf(session, finding.Kind).DueOn < today),
            ArchiveDueOn = archiveBy.ToText(),
            IsArchiveOverdue = archiveBy < today,
            Rulebook = rules.Rulebook,
            Topic = session.Topic,
            HeldOn = session.HeldOn.ToText(),
            Checks =
            {
                findings.Select(finding => new SevenHavesCheck
                {
                    Kind = finding.Kind,
                    Result = finding.Result,
                    Reason = Sentence(finding.Finding),
                    Remedy = finding.Remedy.Length == 0 ? "" : Sentence(finding.Remedy),
                    DueOn = finding.IsMissing ? rules.DayOf(session, finding.Kind).DueOn.ToText() : "",
                    Rule = finding.IsMissing ? rules.DayOf(session, finding.Kind).Rule : "",
                    IsBinding = rules.Binds(session.Unit, finding.Kind),
                }),
            },
        };

        string Sentence(string key) => ErrorTexts.Sentence("sessions", key, facts, culture);
    }

    private static string YearOf(string? planItem) => planItem?.Split('/') is [_, _, _, var year, ..] ? year : "";

    public static CultureInfo CultureOf(ServerCallContext context) => CultureInfo.GetCultureInfo(
        context.RequestHeaders.GetValue("accept-language")?.TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
            ? "en"
            : "zh");
}
