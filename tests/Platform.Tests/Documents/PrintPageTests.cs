using System.Globalization;
using System.Text;
using StudySuite.Documents;

namespace StudySuite.Platform.Tests.Documents;

/// <summary>The print page is made of the same description and the same measures as the DOCX.</summary>
public sealed class PrintPageTests
{
    [Fact]
    public void Style_Measures_AreThoseOfPaper()
    {
        var style = PrintStyle.Sheet;

        Assert.Contains(Text($"@page{{size:A4;margin:{Paper.Top}mm {Paper.Right}mm {Paper.Bottom}mm {Paper.Left}mm}}"), style);
        Assert.Contains(Text($"main{{width:{Paper.AreaWidth}mm;letter-spacing:{Number(Paper.AreaWidth / Paper.Characters - 16 * 25.4 / 72)}mm"), style);
        Assert.Contains(Text($"line-height:{Number(Paper.AreaHeight / Paper.Lines)}mm}}"), style);
        Assert.Contains(Text($".mark{{margin-top:{Paper.MarkTop}mm;color:#f00"), style);
        Assert.Contains(Text($"padding-bottom:{Paper.SeparatorGap}mm;border-bottom:.5mm solid #f00"), style);
        Assert.Contains(Text($"padding:{Paper.PageNumberGap}mm 14pt 0 0"), style);
        Assert.Contains("@page :right", style);
        Assert.Contains("@page :left", style);
    }

    [Fact]
    public void ToPrintPage_EveryBlock_HasTheTextsOfTheDocxAndNothingThatRuns()
    {
        var page = Encoding.UTF8.GetString(Samples.Everything().ToPrintPage());

        Assert.All(
            [
                "中共新乡县委宣传部文件", "新宣通〔2023〕1号", "各乡镇党委，县直各单位党组：", "一、总体情况", "（一）集中学习", "1．计划", "（1）细目",
                "县直机关", "附件1", "2023年7月15日印发", "<svg",
            ],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>&", page, StringComparison.Ordinal);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>As style sheets write it: no zero before the point, three places.</summary>
    private static string Number(double value) =>
        Math.Round(value, 3).ToString(CultureInfo.InvariantCulture).Replace("0.", ".", StringComparison.Ordinal) is var text
        && Math.Abs(value) < 1 ? text : Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
