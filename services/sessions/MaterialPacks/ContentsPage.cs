using StudySuite.Documents;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MaterialPacks;

/// <summary>The contents page of the compiled materials (学习资料目录).</summary>
internal static class ContentsPage
{
    public static Document Write(StudySession session, string unitName, IReadOnlyList<PackEntry> entries)
    {
        var table = new Table(
            "学习资料目录",
            new Column("序号", 1), new Column("题目", 6, CellStyle.Text), new Column("来源", 3, CellStyle.Text),
            new Column("页数", 1), new Column("印数", 1), new Column("备注", 3, CellStyle.Text));
        foreach (var entry in entries)
        {
            table.Row(
                entry.Number, entry.Material.Title, entry.Material.Source,
                entry.File is { Pages: > 0 } file ? file.Pages : null,
                entry.Material.Volumes > 0 ? entry.Material.Volumes : null, Remark(entry));
        }

        return new Document("学习资料目录") { Subtitle = $"{unitName}　{session.Topic}", IsForm = true }
            .Table(table)
            .Paragraph($"共 {entries.Count} 件，印制 {entries.Sum(entry => entry.Material.Volumes)} 册。", TextStyle.Note);
    }

    private static string Remark(PackEntry entry) => entry.Material.Kind switch
    {
        MaterialKind.TitleOnly => "线下传阅，不上网",
        MaterialKind.Link => entry.Material.Url,
        _ => entry.File?.FileName ?? "纸质",
    };
}
