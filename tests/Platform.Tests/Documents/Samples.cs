using StudySuite.Documents;

namespace StudySuite.Platform.Tests.Documents;

internal static class Samples
{
    public static readonly DateOnly Day = new(2023, 7, 15);

    /// <summary>A document that uses every block there is.</summary>
    public static Document Everything() => new Document("关于2023年上半年全县党委（党组）理论学习中心组\n学习情况的通报")
        .Marked("中共新乡县委宣传部文件", "新宣通〔2023〕1号")
        .To("各乡镇党委，县直各单位党组")
        .Heading(1, "总体情况").Paragraph("上半年，全县共开展集中学习十二次。").Heading(2, "集中学习").Heading(3, "计划").Heading(4, "细目")
        .List("一是", "二是").NumberedList("甲", "乙")
        .Heading(1, "好的做法").Paragraph("顶格", TextStyle.Flush).Paragraph("居中", TextStyle.Centred)
        .Paragraph("右", TextStyle.Right).Paragraph("备注", TextStyle.Note).BlankLine()
        .Chart(Chart(ChartKind.StackedBar))
        .PageBreak()
        .Attachments("半年统计表", "整改台账。")
        .Signed("中共新乡县委宣传部", Day)
        .Annex("附件1", "半年统计表", landscape: true).Table(Figures())
        .Annex("附件2", "签到表")
        .Form(new Form(1, 2, 1, 2)
            .Row(Form.Label("单位"), Form.Value("县直机关"), Form.Label("日期"), Form.Centred(Day))
            .Row(20, Form.Label("制度", down: 2), Form.Value("甲\n乙", across: 3))
            .Row(Form.Value("丙", across: 3))
            .Field("备注", "<b>&\u0001", 30))
        .Colophon("县委各常委", "中共新乡县委宣传部办公室", Day);

    public static Table Figures() => new Table("统计", new Column("单位", 3, CellStyle.Text), new Column("次数"), new Column("日期"))
        { Caption = "2023年上半年" }
        .Row("县直机关", 12, Day).Row("=cmd|' /C calc'!A0", -3, null).Row("+1", 1.5, Day);

    public static Chart Chart(ChartKind kind) => new(
        "按月次数 <x>", kind, ["1月", "2月", "3月"], new ChartSeries("集中学习", [1, 2, 3]), new ChartSeries("第一议题", [0, 5, 1]))
        { Unit = "次" };

    /// <summary>Body text only, more than a page of it: one paragraph of characters that fill each line.</summary>
    public static StudySuite.Documents.Document FullPages() => new Document("满页").Paragraph(new string('学', 28 * 60), TextStyle.Flush);
}
