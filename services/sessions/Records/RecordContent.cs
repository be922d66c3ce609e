using StudySuite.Defaults.Errors;
using StudySuite.Sessions.Schemes;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Records;

/// <summary>What the secretary writes of a record, checked as a whole.</summary>
internal static class RecordContent
{
    public static readonly string[] Fields =
    [
        "recorder", "agenda", "first_topics", "lead_readings", "speeches", "lecturer", "lecture_filing_number",
        "lecture_filed_on", "content",
        "conclusions", "actions", "publicity_items", "no_publicity_reason",
    ];

    public static void Check(Record? record, IReadOnlySet<string> fields, Violations wrong, TimeProvider clock)
    {
        if (record is null)
        {
            wrong.Add("record", "FIELD_REQUIRED");
            return;
        }

        // What the submission needs is asked at the submission: a record is written bit by bit.
        wrong.OptionalText("record.recorder", record.Recorder, 100)
            .OptionalText("record.lecturer", record.Lecturer)
            .OptionalText("record.lecture_filing_number", record.LectureFilingNumber, 60)
            .OptionalText("record.content", record.Content, 10_000)
            .OptionalText("record.conclusions", record.Conclusions, 5000)
            .OptionalText("record.no_publicity_reason", record.NoPublicityReason, 300)
            .AddIf(
                fields.Contains("publicity_items") && record.PublicityItems.Count > 0 && record.NoPublicityReason.Length > 0,
                "record.no_publicity_reason", "PUBLICITY_AND_REASON")
            .NoSecretMarks("record", record);
        SchemeContent.CheckAgenda("record.agenda", record.Agenda, wrong);
        SchemeContent.CheckTexts("record.first_topics", record.FirstTopics, 20, 300, wrong);
        CheckSpoken(record, wrong);
        CheckActions("record.actions", record.Actions, 50, wrong);
        CheckPublicity(record, wrong, clock);
        wrong.OptionalPastDate("record.lecture_filed_on", record.LectureFiledOn, clock);
    }

    public static void CheckActions(string field, IList<ActionItem> actions, int count, Violations wrong)
    {
        wrong.Range(field, actions.Count, 0, count);
        for (var i = 0; i < actions.Count; i++)
        {
            wrong.Text($"{field}[{i}].what", actions[i].What, 500).OptionalText($"{field}[{i}].owner", actions[i].Owner, 100);
            wrong.OptionalDate($"{field}[{i}].due_on", actions[i].DueOn);
        }
    }

    private static void CheckSpoken(Record record, Violations wrong)
    {
        wrong.Range("record.lead_readings", record.LeadReadings.Count, 0, 50)
            .Range("record.speeches", record.Speeches.Count, 0, 100);
        for (var i = 0; i < record.LeadReadings.Count; i++)
        {
            wrong.Text($"record.lead_readings[{i}].title", record.LeadReadings[i].Title, 300)
                .OptionalText($"record.lead_readings[{i}].person", record.LeadReadings[i].Person, 100);
        }

        for (var i = 0; i < record.Speeches.Count; i++)
        {
            var (speech, at) = (record.Speeches[i], $"record.speeches[{i}]");
            wrong.Person($"{at}.person", speech.Person);
            wrong.AddIf(speech.Person.Length + speech.DisplayName.Length == 0, $"{at}.display_name", "FIELD_REQUIRED")
                .OptionalText($"{at}.display_name", speech.DisplayName, 100).Enum($"{at}.kind", speech.Kind)
                .Text($"{at}.main_points", speech.MainPoints, 4000);
        }
    }

    private static void CheckPublicity(Record record, Violations wrong, TimeProvider clock)
    {
        wrong.Range("record.publicity_items", record.PublicityItems.Count, 0, 50);
        for (var i = 0; i < record.PublicityItems.Count; i++)
        {
            var (item, at) = (record.PublicityItems[i], $"record.publicity_items[{i}]");
            wrong.Text($"{at}.outlet", item.Outlet, 100).Text($"{at}.title", item.Title, 300).OptionalUrl($"{at}.url", item.Url)
                .PastDate($"{at}.published_on", item.PublishedOn, clock);
        }
    }
}
