using StudySuite.Documents;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;
using Activity = StudySuite.Sessions.Activities.Activity;
using FirstTopic = StudySuite.Sessions.FirstTopics.FirstTopic;

namespace StudySuite.Sessions.Ledgers;

/// <summary>The ledgers as tables (DOMAIN §5, §11.19): one description for workbook, document and page.</summary>
internal sealed class LedgerPapers(IReadOnlyDictionary<string, string> units, DateOnly today)
{
    public Table FirstTopics(IEnumerable<FirstTopic> topics) => Fill(
        new Table(
            "第一议题台账", new Column("序号", 0.6), new Column("单位", 1.4), new Column("题目", 3, CellStyle.Text),
            new Column("来源", 1.4), new Column("发布日期", 1.2), new Column("会议类型", 1.2), new Column("学习日期", 1.2),
            new Column("主持人", 1), new Column("传达人", 1), new Column("人数", 0.7), new Column("间隔天数", 0.8),
            new Column("贯彻措施", 3, CellStyle.Text), new Column("完成", 0.9)),
        topics,
        topic =>
        [
            UnitOf(topic.Unit), topic.Title, topic.Source, topic.PublishedOn, MeetingText(topic.MeetingKind), topic.StudiedOn,
            topic.Details.Chair, topic.Details.RelayPerson, topic.Details.Participants, topic.DaysElapsed(today),
            string.Join("；", topic.Details.Measures.Select(measure => measure.What)),
            topic.Details.Measures.Count == 0 ? "" : $"{topic.MeasuresDone}/{topic.Details.Measures.Count}",
        ]);

    public Table Research(IEnumerable<Activity> activities) => Fill(
        new Table(
            "调研台账", new Column("序号", 0.6), new Column("单位", 1.6), new Column("类别", 1.2), new Column("题目", 4, CellStyle.Text),
            new Column("人员", 1.4), new Column("日期", 1.4), new Column("地点", 1.6), new Column("转化运用", 3, CellStyle.Text)),
        activities,
        activity =>
        [
            UnitOf(activity.Unit), activity.Kind == ActivityKind.ResearchVisit ? "基层调研" : "调研报告", activity.Title,
            activity.PersonName, activity.HappenedOn, activity.Place, activity.Text,
        ]);

    public Table Lectures(IEnumerable<StudySession> sessions) => Fill(
        new Table(
            "外请辅导报告备案台账", new Column("序号", 0.6), new Column("单位", 1.6), new Column("主题", 4, CellStyle.Text),
            new Column("日期", 1.4), new Column("报告人", 2.4), new Column("备案号", 1.8), new Column("备注", 1.2)),
        sessions,
        session =>
        [
            UnitOf(session.Unit), session.Topic, session.HeldOn, session.Record.Lecturer, session.Record.LectureFilingNumber,
            session.Record.LectureFilingNumber.Length == 0 ? "未备案" : "",
        ]);

    /// <summary>Reports on sessions, then articles that stand by themselves.</summary>
    public Table Publicity(IEnumerable<StudySession> sessions, IEnumerable<Activity> articles) => Fill(
        new Table(
            "宣传报道台账", new Column("序号", 0.6), new Column("单位", 1.6), new Column("媒体", 1.8), new Column("标题", 4, CellStyle.Text),
            new Column("日期", 1.4), new Column("学习主题", 2.4, CellStyle.Text), new Column("网址", 2.4, CellStyle.Text)),
        sessions.SelectMany(session => session.Record.PublicityItems.Select(item => (object?[])
            [UnitOf(session.Unit), item.Outlet, item.Title, item.PublishedOn, session.Topic, item.Url]))
            .Concat(articles.Select(article => (object?[])
                [UnitOf(article.Unit), article.Outlet, article.Title, article.HappenedOn, "", article.Url])),
        row => row);

    private string UnitOf(string code) => units.GetValueOrDefault(code, code);

    private static Table Fill<T>(Table table, IEnumerable<T> rows, Func<T, object?[]> cells)
    {
        foreach (var (at, row) in rows.Index())
        {
            table.Row([at + 1, .. cells(row)]);
        }

        return table;
    }

    private static string MeetingText(MeetingKind kind) => kind switch
    {
        MeetingKind.StandingCommittee => "党委（常委）会",
        MeetingKind.PartyGroup => "党组会",
        MeetingKind.StudyGroup => "中心组学习会",
        MeetingKind.Branch => "支部会",
        _ => "",
    };
}
