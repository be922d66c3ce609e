using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using P = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace StudySuite.Documents;

/// <summary>Paper, margins, grid of a section; page numbers — 1 — at the outer edge, 7 mm under the area.</summary>
internal static class DocxSections
{
    private const string OddId = "oddFooter", EvenId = "evenFooter";
    private const double PageNumberHeight = 14 * 25.4 / 72;

    public static void AddFooters(MainDocumentPart main)
    {
        main.AddNewPart<FooterPart>(OddId).Footer = new Footer(Line(JustificationValues.Right));
        main.AddNewPart<FooterPart>(EvenId).Footer = new Footer(Line(JustificationValues.Left));
    }

    /// <summary>On its side the sheet is bound at the top, so the margins turn with it.</summary>
    public static SectionProperties Of(bool isLandscape)
    {
        var (width, height) = isLandscape ? (Paper.Height, Paper.Width) : (Paper.Width, Paper.Height);
        var (top, bottom) = isLandscape ? (Paper.Left, Paper.Right) : (Paper.Top, Paper.Bottom);
        var (left, right) = isLandscape ? (Paper.Bottom, Paper.Top) : (Paper.Left, Paper.Right);
        var size = new PageSize { Width = (uint)Paper.Twips(width), Height = (uint)Paper.Twips(height) };
        if (isLandscape)
        {
            size.Orient = PageOrientationValues.Landscape;
        }

        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = OddId },
            new FooterReference { Type = HeaderFooterValues.Even, Id = EvenId },
            new SectionType { Val = SectionMarkValues.NextPage },
            size,
            new PageMargin
            {
                Top = Paper.Twips(top), Bottom = Paper.Twips(bottom),
                Left = (uint)Paper.Twips(left), Right = (uint)Paper.Twips(right), Header = 851,
                Footer = (uint)Paper.Twips(Math.Max(10, bottom - Paper.PageNumberGap - PageNumberHeight)), Gutter = 0,
            },
            // Lines only: LibreOffice gives a character that is wider than a cell of the grid two of them, and a line 14.
            new DocGrid { Type = DocGridValues.Lines, LinePitch = Paper.LineTwips });
    }

    private static P Line(JustificationValues side)
    {
        var indent = (14 * 20).ToString(CultureInfo.InvariantCulture);
        return new P(
            new ParagraphProperties(
                new ParagraphStyleId { Val = DocxStyles.PageNumber },
                side == JustificationValues.Right
                    ? new Indentation { Right = indent, RightChars = 100 }
                    : new Indentation { Left = indent, LeftChars = 100 },
                new Justification { Val = side }),
            new Run(new Text("— ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            new Run(new Text(" —") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
    }
}
