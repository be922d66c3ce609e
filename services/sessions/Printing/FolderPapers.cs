using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Printing;

/// <summary>The other papers of a session's folder: absences, notes, publicity, activities, and the index over all.</summary>
internal static class FolderPapers
{
    public static Document Absences(
        StudySession session, string unitName, IEnumerable<LeaveRequests.LeaveRequest> leaves, IEnumerable<MakeUps.MakeUp> makeUps)
    {
        var asked = new Table("请假", new Column("姓名", 2), new Column("事由", 2), new Column("说明", 5, CellStyle.Text), new Column("结果", 2))
            { Caption = "请假" };
        foreach (var leave in leaves)
        {
            asked.Row(leave.Name, ReasonText(leave.Reason), leave.Text, StateText(leave.State));
        }

        var made = new Table(
            "补学", new Column("姓名", 2), new Column("应补学至", 3), new Column("方式", 2),
            new Column("内容", 5, CellStyle.Text),
            new Column("完成日期", 3), new Column("凭据", 1), new Column("状态", 2)) { Caption = "补学" };
        foreach (var makeUp in makeUps)
        {
            made.Row(
                makeUp.Name, makeUp.DueOn, WayText(makeUp.Way), makeUp.Studied, makeUp.DoneOn,
                makeUp.Evidence.Count > 0 ? $"{makeUp.Evidence.Count} 件" : "", MakeUpText(makeUp.State));
        }

        return new Document("请假和补学情况") { Subtitle = $"{unitName}　{session.Topic}", IsForm = true }.Table(asked).Table(made);
    }

    public static Document Notes(StudySession session, string unitName, IReadOnlyList<Activities.Activity> reflections) =>
        new Document("学习笔记和心得体会") { Subtitle = $"{unitName}　{session.Topic}", IsForm = true }
            .Paragraph(session.NotesCheckedOn is { } on ? $"学习笔记已于{Notices.NoticeText.DayText(on)}检查。" : "学习笔记未检查。")
            .Table(ActivityTable("心得体会", reflections));

    public static Document Publicity(StudySession session, string unitName)
    {
        var table = new Table("报道", new Column("媒体", 2), new Column("标题", 5, CellStyle.Text), new Column("日期", 2), new Column("网址", 4, CellStyle.Text));
        foreach (var item in session.Record.PublicityItems)
        {
            table.Row(item.Outlet, item.Title, item.PublishedOn, item.Url);
        }

        var document = new Document("宣传报道") { Subtitle = $"{unitName}　{session.Topic}", IsForm = true }.Table(table);
        return session.Record.NoPublicityReason.Length > 0
            ? document.Paragraph($"不作报道：{session.Record.NoPublicityReason}", TextStyle.Note)
            : document;
    }

    public static Document Others(StudySession session, string unitName, IReadOnlyList<Activities.Activity> activities) =>
        new Document("其他材料") { Subtitle = $"{unitName}　{session.Topic}", IsForm = true }.Table(ActivityTable("学习活动", activities));

    /// <summary>档案目录 (DOMAIN §11.17).</summary>
    public static Document Index(SessionArchive archive, IEnumerable<ArchivedDocument> addenda, string topic, string unitName)
    {
        var table = new Table(
            "档案目录", new Column("件号", 1), new Column("文号", 1), new Column("责任者", 2), new Column("题名", 5, CellStyle.Text),
            new Column("日期", 2), new Column("页数", 1), new Column("保管期限", 2), new Column("备注", 2, CellStyle.Text));
        foreach (var item in archive.Items.Concat(addenda))
        {
            table.Row(
                item.Number, "", item.Responsible, item.Title, item.DatedOn, item.Pages > 0 ? item.Pages : null,
                RetentionText(archive.Retention), item.Number > (int)ArchiveItemKind.Other ? $"{item.FiledOn.ToText()} 补充" : "");
        }

        return new Document("档案目录") { Subtitle = $"{unitName}　{topic}", IsForm = true, IsLandscape = true }
            .Table(table)
            .Paragraph($"{Notices.NoticeText.DayText(archive.ArchivedOn)}归档。目录校验值：{archive.IndexSha256}", TextStyle.Note);
    }

    private static Table ActivityTable(string name, IReadOnlyList<Activities.Activity> activities)
    {
        var table = new Table(name, new Column("日期", 2), new Column("姓名", 2), new Column("题目", 6, CellStyle.Text));
        foreach (var activity in activities)
        {
            table.Row(activity.HappenedOn, activity.PersonName.Length > 0 ? activity.PersonName : activity.Team, activity.Title);
        }

        return table;
    }

    private static string RetentionText(Retention retention) => retention switch
    {
        Retention.Permanent => "永久",
        Retention.TenYears => "10年",
        _ => "30年",
    };

    private static string ReasonText(LeaveReason reason) => reason switch
    {
        LeaveReason.OfficialDuty => "公务",
        LeaveReason.Illness => "病假",
        LeaveReason.BusinessTrip => "出差",
        _ => "事假",
    };

    private static string StateText(LeaveState state) => state switch
    {
        LeaveState.Approved => "准假",
        LeaveState.Declined => "未准",
        LeaveState.ToRegister => "组长已准，待办公室登记",
        _ => "待批",
    };

    private static string WayText(MakeUpWay way) => way switch
    {
        MakeUpWay.SelfStudy => "自学",
        MakeUpWay.Recording => "听录音",
        MakeUpWay.Coaching => "单独辅导",
        MakeUpWay.OtherSession => "参加他场",
        _ => "",
    };

    private static string MakeUpText(MakeUpState state) => state switch
    {
        MakeUpState.Assigned => "待补学",
        MakeUpState.Submitted => "待确认",
        MakeUpState.Confirmed => "已补学",
        _ => "",
    };
}
