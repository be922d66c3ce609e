using StudySuite.Documents;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;
using RectificationNotice = StudySuite.Supervision.Rectification.RectificationNotice;

namespace StudySuite.Supervision.Papers;

/// <summary>The record of a look-back (回头看记录), or its empty form.</summary>
internal static class LookBackPaper
{
    private static readonly LookBackWay[] Ways = [LookBackWay.Documents, LookBackWay.Observation, LookBackWay.Talk];

    private static readonly LookBackFinding[] Findings =
        [LookBackFinding.Rectified, LookBackFinding.Partly, LookBackFinding.NotRectified, LookBackFinding.Relapsed];

    public static Document Of(RectificationNotice notice, LookBackRecord? record, string unit)
    {
        var form = new Form(1.2, 2.6, 2.2, 2)
            .Row(Form.Label("单位"), Form.Value(unit), Form.Label("整改通知书"), Form.Value(notice.Number))
            .Row(Form.Label("日期"), Form.Value(record?.CheckedOn), Form.Label("参加人员"), Form.Value(string.Join('、', record?.People ?? [])))
            .Row(
                Form.Label("方式"),
                Form.Value(string.Join("  ", Ways.Select(way => Words.Box(record?.Ways.Contains(way) ?? false, Words.Of(way)))), 3))
            .Row(Form.Label("序号"), Form.Label("问题"), Form.Label("结果"), Form.Label("佐证"));
        foreach (var item in notice.Items)
        {
            var result = record?.Results.Find(result => result.Item == item.Number);
            form.Row(
                Form.Centred(item.Number), Form.Value(item.Text),
                Form.Value(string.Join("\n", Findings.Select(finding => Words.Box(result?.Finding == finding, Words.Of(finding))))),
                Form.Value(result?.Evidence));
        }

        return new Document("整改“回头看”记录表") { IsForm = true }.Form(form
            .Field("结论", record?.Conclusion ?? "", 30)
            .Field("后续要求", record?.FollowUp ?? "", 20)
            .Field("检查人签字", "", 14));
    }
}
