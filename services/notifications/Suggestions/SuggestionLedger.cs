using StudySuite.Defaults.Requests;
using StudySuite.Documents;

namespace StudySuite.Notifications.Suggestions;

/// <summary>投诉建议台账 (DOMAIN §11.19): one description for workbook, document and page.</summary>
internal static class SuggestionLedger
{
    public static Table TableOf(IEnumerable<Suggestion> suggestions) =>
        suggestions.Index().Aggregate(
            new Table(
                "投诉建议台账", new Column("序号", 0.6), new Column("提出日期", 1.2), new Column("类别", 0.8), new Column("提出人", 1.2),
                new Column("内容", 4, CellStyle.Text), new Column("状态", 0.9), new Column("办理人", 1.2),
                new Column("答复", 4, CellStyle.Text), new Column("答复日期", 1.2)),
            (table, entry) => table.Row(
                entry.Index + 1, entry.Item.CreatedAt.InChina(), entry.Item.Kind == SuggestionKind.Complaint ? "投诉" : "建议",
                entry.Item.IsAnonymous ? "匿名" : entry.Item.PersonName,
                entry.Item.Text, StateText(entry.Item.State), entry.Item.Handler?.Name ?? "", entry.Item.Answer,
                entry.Item.AnsweredAt?.InChina()));

    private static string StateText(SuggestionState state) => state switch
    {
        SuggestionState.Open => "待办理",
        SuggestionState.InProgress => "办理中",
        SuggestionState.Answered => "已答复",
        _ => "已办结",
    };
}
