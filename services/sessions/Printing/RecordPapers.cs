using StudySuite.Documents;
using StudySuite.Sessions.Notices;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Printing;

/// <summary>学习记录 (DOMAIN §11.7) and what hangs on it.</summary>
internal static class RecordPapers
{
    /// <param name="firstTopics">As titles.</param>
    public static Document Record(
        StudySession session, string unitName, RollSheet? sheet, IReadOnlyList<string> firstTopics)
    {
        var record = session.Record;
        var document = new Document($"{unitName}\n理论学习中心组学习记录") { IsForm = true }
            .Form(new Form(1, 3, 1, 3)
                .Row(Form.Label("学习主题"), Form.Value(session.Topic, 3))
                .Row(Form.Label("时间"), Form.Value(DaysOf(session)), Form.Label("地点"), Form.Value(session.Scheme.Place))
                .Row(Form.Label("主持人"), Form.Value(session.Scheme.Chair), Form.Label("记录人"), Form.Value(record.Recorder))
                .Row(Form.Label("出席"), Form.Value(Names(sheet, entry => entry.IsFull && !entry.IsMissing), 3))
                .Row(Form.Label("列席"), Form.Value(Names(sheet, entry => !entry.IsFull && !entry.IsMissing), 3))
                .Row(Form.Label("缺席及原因"), Form.Value(Missing(sheet), 3)));
        Add(document, "第一议题", firstTopics);
        Add(document, "领学", record.LeadReadings.Select(reading => $"{reading.Title}{InBrackets(reading.Person)}"));
        document.Heading(1, "学习内容").Paragraph(record.Content);
        if (record.Lecturer.Length > 0)
        {
            document.Heading(1, "辅导授课").Paragraph(
                record.Lecturer + (record.LectureFilingNumber.Length > 0 ? $"（报备号：{record.LectureFilingNumber}）" : ""));
        }

        AddSpeeches(document, record);
        document.Heading(1, "主持人总结").Paragraph(record.Conclusions);
        Add(document, "议定事项", record.Actions.Select(action =>
            $"{action.What}{InBrackets(string.Join("，", new[] { action.Owner, action.DueOn }.Where(part => part.Length > 0)))}"));
        return document;
    }

    public static Document Speeches(StudySession session, string unitName)
    {
        var document = new Document("研讨发言材料") { Subtitle = $"{unitName}　{session.Topic}" };
        AddSpeeches(document, session.Record);
        return document;
    }

    private static void AddSpeeches(Document document, V1.Record record)
    {
        if (record.Speeches.Count == 0)
        {
            return;
        }

        document.Heading(1, "研讨发言");
        foreach (var speech in record.Speeches)
        {
            document.Heading(2, $"{speech.DisplayName}（{KindText(speech.Kind)}）").Paragraph(speech.MainPoints);
        }
    }

    private static void Add(Document document, string heading, IEnumerable<string> items)
    {
        List<string> texts = [.. items];
        if (texts.Count > 0)
        {
            document.Heading(1, heading).NumberedList(texts);
        }
    }

    private static string DaysOf(StudySession session) => session.HeldOn is not { } on ? ""
        : NoticeText.DayText(on) + (session.HeldUntil is { } until && until != on ? $"至{NoticeText.DayText(until)}" : "");

    private static string Names(RollSheet? sheet, Func<RollEntry, bool> which) => string.Join(
        "、", (sheet?.Entries ?? []).Where(entry => entry.Status != AttendanceStatus.Unspecified && which(entry)).Select(entry => entry.Name));

    private static string Missing(RollSheet? sheet) => string.Join("；", (sheet?.Entries ?? []).Where(entry => entry.IsMissing)
        .Select(entry => $"{entry.Name}（{SignInSheet.StatusText(entry.Status)}{(entry.Remark.Length > 0 ? $"，{entry.Remark}" : "")}）"));

    private static string InBrackets(string text) => text.Length == 0 ? "" : $"（{text}）";

    private static string KindText(SpeechKind kind) => kind switch
    {
        SpeechKind.Keynote => "重点发言",
        SpeechKind.Summary => "总结讲话",
        _ => "交流发言",
    };
}
