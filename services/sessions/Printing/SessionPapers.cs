using System.Globalization;
using StudySuite.Documents;
using StudySuite.Sessions.Notices;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Printing;

/// <summary>What is printed before a session: its place in the plan, scheme and notice.</summary>
internal static class SessionPapers
{
    public static Document Plan(StudySession session, string unitName) =>
        new Document("学习计划引用") { Subtitle = unitName, IsForm = true }.Form(new Form(1, 3)
            .Field("学习主题", session.Topic)
            .Field("学习形式", string.Join("、", session.Forms.Select(NoticeText.FormText)))
            .Field("计划日期", NoticeText.DayText(session.PlannedOn))
            .Field("计划项目", session.PlanItem ?? "计划外开展")
            .Field("说明", session.UnplannedReason));

    public static Document Scheme(StudySession session, string unitName)
    {
        var scheme = session.Scheme;
        var document = new Document($"{unitName}\n理论学习中心组学习方案") { Subtitle = session.Topic }
            .Heading(1, "学习主题").Paragraph(session.Topic)
            .Heading(1, "学习形式").Paragraph(string.Join("、", session.Forms.Select(NoticeText.FormText)));
        if (scheme.StartTime is not null)
        {
            document.Heading(1, "时间地点").Paragraph($"{NoticeText.TimeText(scheme)}，{scheme.Place}");
        }

        document.Heading(1, "主持人").Paragraph(scheme.Chair)
            .Heading(1, "议程").NumberedList([.. scheme.Agenda.Select(item => item.Item + NoticeText.Details(item))]);
        AddList(document, "学习资料", scheme.Materials.Select(material => material.Title + NoticeText.Details(material)));
        AddList(document, "会前自学", scheme.ReadingList);
        AddList(document, "重点发言人", scheme.KeynoteSpeakers);
        if (scheme.Preparation.Length > 0)
        {
            document.Heading(1, "有关要求").Paragraph(scheme.Preparation);
        }

        return session.SchemeApprovedOn is { } on
            ? document.Paragraph($"本方案已于{NoticeText.DayText(on)}经组长审定。", TextStyle.Note)
            : document.Paragraph("（送审稿，尚未经组长审定）", TextStyle.Note);
    }

    /// <summary>The notice as it went out, word for word.</summary>
    public static Document Notice(StudySession session)
    {
        var lines = session.Notice.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var document = new Document(lines[0]).To(lines[1]);
        foreach (var line in lines[2..^2])
        {
            document.Paragraph(line.Trim('　', ' '));
        }

        return document.Signed(lines[^2], session.Notice.IssuedOn!.Value);
    }

    private static void AddList(Document document, string heading, IEnumerable<string> items)
    {
        List<string> texts = [.. items];
        if (texts.Count > 0)
        {
            document.Heading(1, heading).NumberedList(texts);
        }
    }

    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
