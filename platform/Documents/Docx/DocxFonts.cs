using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace StudySuite.Documents;

/// <summary>The fonts that the standard names; licensed, never bundled. A machine without one takes its other name.</summary>
internal static class DocxFonts
{
    public const string Mark = "方正小标宋简体", Body = "仿宋_GB2312", Kai = "楷体_GB2312", Hei = "黑体",
        Song = "宋体";

    public static W.Fonts Table() => new(
        Font(Mark, "方正小标宋_GBK", "02010601030101010101"),
        Font(Body, "仿宋", "02010609030101010101"),
        Font(Kai, "楷体", "02010609030101010101"),
        Font(Hei, "SimHei", "02010609060101010101"),
        Font(Song, "SimSun", "02010600030101010101"));

    public static W.RunFonts Run(string name) =>
        new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name };

    private static W.Font Font(string name, string other, string panose) => new(
        new W.AltName { Val = other },
        new W.Panose1Number { Val = panose },
        new W.FontCharSet { Val = "86" },
        new W.FontFamily { Val = W.FontFamilyValues.Auto },
        new W.Pitch { Val = W.FontPitchValues.Variable })
    { Name = new StringValue(name) };
}
