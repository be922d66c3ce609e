using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using P = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace StudySuite.Documents;

/// <summary>What stands over and under the body: mark, number, separator, title, addressee; attachments, date.</summary>
internal static class DocxHead
{
    public static IEnumerable<OpenXmlElement> Of(Document document)
    {
        if (document.Mark is { } mark)
        {
            // The mark's line is exact and a little higher than its letters: they begin that much lower.
            yield return DocxText.Line(mark.Issuer, DocxStyles.Mark, new SpacingBetweenLines
            {
                Before = Text(Paper.Twips(Paper.MarkTop) - 90), Line = "900", LineRule = LineSpacingRuleValues.Exact,
            });
            yield return Blank();
            yield return Blank();
            yield return DocxText.Line(mark.Number, DocxStyles.Number, new ParagraphBorders(new BottomBorder
            {
                Val = BorderValues.Single, Color = "FF0000", Size = 12,
                Space = (uint)Math.Round(Paper.SeparatorGap / 25.4 * 72),
            }));
            yield return Blank();
            yield return Blank();
        }

        yield return DocxText.Line(document.Title, DocxStyles.Title);
        if (document.Subtitle.Length > 0)
        {
            yield return DocxText.Line(document.Subtitle, DocxStyles.Subtitle);
        }

        if (!document.IsForm)
        {
            yield return Blank();
        }

        if (document.Addressee.Length > 0)
        {
            yield return DocxText.Line($"{document.Addressee}：", DocxStyles.Flush);
        }
    }

    public static IEnumerable<OpenXmlElement> Attachments(AttachmentNote note)
    {
        yield return Blank();
        foreach (var (index, name) in note.Names.Index())
        {
            var number = note.Names.Count > 1 ? $"{index + 1}．" : "";
            var hanging = 3 + Texts.Width(number);
            yield return DocxText.Line(
                index == 0 ? $"附件：{number}{name}" : number + name, DocxStyles.Flush,
                index == 0
                    ? Indent(2 + hanging, hanging)
                    : Indent(2 + hanging, hanging - 3));
        }
    }

    /// <summary>The date ends four characters from the right; the issuer stands centred over it.</summary>
    public static IEnumerable<P> Signature(SignatureBlock signature)
    {
        var date = Texts.Day(signature.Date);
        var (wide, narrow) = (Texts.Width(signature.Issuer), Texts.Width(date));
        var right = Math.Max(0, 4 + (narrow - wide) / 2);
        yield return Blank();
        yield return Blank();
        yield return DocxText.Line(signature.Issuer, DocxStyles.Right, RightIndent(right));
        yield return DocxText.Line(date, DocxStyles.Right, RightIndent(Math.Max(4, right + (wide - narrow) / 2)));
    }

    private static P Blank() => DocxText.Line("", DocxStyles.Flush);

    private static Indentation Indent(double left, double hanging) => new()
    {
        Left = Characters(left), LeftChars = (int)(left * 100),
        Hanging = Characters(hanging), HangingChars = (int)(hanging * 100),
    };

    private static Indentation RightIndent(double right) =>
        new() { Right = Characters(right), RightChars = (int)(right * 100) };

    private static string Characters(double count) => Text((int)(count * Paper.CharacterTwips));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
