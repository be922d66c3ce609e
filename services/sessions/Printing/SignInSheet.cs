using StudySuite.Documents;
using StudySuite.Sessions.Notices;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Printing;

/// <summary>签到表 (DOMAIN §11.6): blank to be signed before the session, with the marks after it.</summary>
internal static class SignInSheet
{
    public static Document Write(
        StudySession session, string unitName, DateOnly day, IReadOnlyList<RollEntry> entries, RollTotals? totals)
    {
        var table = new Table(
            "签到表", new Column("序号", 1), new Column("姓名", 2), new Column("职务", 4, CellStyle.Text),
            new Column("签名", 3), new Column("状态", 2), new Column("备注", 3, CellStyle.Text));
        var number = 0;
        foreach (var entry in entries)
        {
            table.Row(++number, entry.Name, entry.Post, "", StatusText(entry.Status), entry.Remark);
        }

        var document = new Document($"{unitName}\n理论学习中心组学习签到表") { IsForm = true }
            .Form(new Form(1, 3, 1, 3)
                .Row(Form.Label("学习主题"), Form.Value(session.Topic, 3))
                .Row(Form.Label("日期"), Form.Centred(NoticeText.DayText(day)), Form.Label("地点"), Form.Centred(session.Scheme.Place))
                .Row(Form.Label("主持人"), Form.Centred(session.Scheme.Chair), Form.Label("核对人"), Form.Centred("")))
            .Table(table);
        return totals is null
            ? document.Paragraph("应到　　人，实到　　人，请假　　人，缺席　　人，列席　　人。", TextStyle.Note)
            : document.Paragraph(
                $"应到{totals.Expected}人，实到{totals.Present}人，请假{totals.OnLeave}人，缺席{totals.Absent}人，列席{totals.Attending}人。",
                TextStyle.Note);
    }

    public static string StatusText(AttendanceStatus status) => status switch
    {
        AttendanceStatus.Present => "出席",
        AttendanceStatus.Late => "迟到",
        AttendanceStatus.Leave => "请假",
        AttendanceStatus.OfficialDuty => "因公",
        AttendanceStatus.Absent => "缺席",
        AttendanceStatus.Attending => "列席",
        _ => "",
    };
}
