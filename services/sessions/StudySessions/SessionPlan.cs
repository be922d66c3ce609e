using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Sessions.StudySessions;

/// <summary>What the secretary says of a session as a whole, checked.</summary>
internal sealed record SessionPlan(
    string Topic, IReadOnlyList<V1.SessionForm> Forms, string? ReadingClass, string? PlanItem, string UnplannedReason,
    DateOnly PlannedOn)
{
    private const string PlanItemPattern = "units/{unit}/plans/{year}/items/{item}";

    /// <param name="id">Id of the session itself, which cannot be its own reading class.</param>
    public static async Task<SessionPlan> CheckAsync(
        V1.Session asked, string unit, string id, SessionsDbContext db, Violations wrong,
        CancellationToken cancellationToken)
    {
        wrong.Text("session.topic", asked.Topic)
            .OptionalText("session.unplanned_reason", asked.UnplannedReason, 500)
            .AddIf(asked.PlanItem.Length > 0 == asked.UnplannedReason.Length > 0, "session.plan_item", "PLAN_OR_REASON_REQUIRED")
            .NoSecretMarks("session", asked);
        CheckForms(asked, wrong);
        CheckPlanItem(asked, unit, wrong);

        return new SessionPlan(
            asked.Topic, [.. asked.Forms], await ReadingClassAsync(asked, unit, id, db, wrong, cancellationToken),
            asked.PlanItem.Length == 0 ? null : asked.PlanItem, asked.UnplannedReason,
            wrong.Date("session.planned_on", asked.PlannedOn));
    }

    private static void CheckForms(V1.Session asked, Violations wrong)
    {
        wrong.AddIf(asked.Forms.Count == 0, "session.forms", "FIELD_REQUIRED");
        wrong.AddIf(asked.Forms.Distinct().Count() != asked.Forms.Count, "session.forms", "FORM_REPEATED");
        for (var i = 0; i < asked.Forms.Count; i++)
        {
            wrong.Enum($"session.forms[{i}]", asked.Forms[i]);
        }
    }

    private static void CheckPlanItem(V1.Session asked, string unit, Violations wrong)
    {
        var parts = ResourceName.TryParse(PlanItemPattern, asked.PlanItem);
        var isItem = parts is not null && parts[0] == unit && parts[1] is { Length: 4 } year && year.All(char.IsAsciiDigit);
        wrong.AddIf(
            asked.PlanItem.Length > 0 && !isItem,
            "session.plan_item", "NAME_INVALID", ("value", asked.PlanItem), ("pattern", PlanItemPattern));
    }

    private static async Task<string?> ReadingClassAsync(
        V1.Session asked, string unit, string id, SessionsDbContext db, Violations wrong,
        CancellationToken cancellationToken)
    {
        if (asked.ReadingClass.Length == 0)
        {
            return null;
        }

        var name = SessionName.TryParse(asked.ReadingClass);
        var readingClass = name is { } known && known.Unit == unit && known.Id != id
            ? await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Unit == unit && s.Id == known.Id, cancellationToken)
            : null;
        wrong.AddIf(
            readingClass is not { Counting.IsReadingClass: true }, "session.reading_class", "READING_CLASS_UNKNOWN",
            ("value", asked.ReadingClass));
        wrong.AddIf(asked.Forms.Contains(V1.SessionForm.ReadingClass), "session.reading_class", "READING_CLASS_NESTED");
        return name?.Id;
    }
}
