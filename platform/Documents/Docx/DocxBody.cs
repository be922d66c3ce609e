using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace StudySuite.Documents;

/// <summary>Blocks in their order, as paragraphs and tables of the sections they stand in.</summary>
internal sealed class DocxBody(MainDocumentPart main)
{
    private readonly W.Body body = new();
    private readonly DocxPictures pictures = new(main);
    private bool isLandscape;

    public W.Body Of(Document document)
    {
        isLandscape = document.IsLandscape;
        body.Append(DocxHead.Of(document));
        foreach (var block in document.Blocks)
        {
            Append(block);
        }

        if (document.End is { } end)
        {
            body.Append(DocxColophon.Of(end));
        }

        if (body.LastChild is null or W.Table)
        {
            body.Append(DocxText.Line("", DocxStyles.Thin));
        }

        body.Append(DocxSections.Of(isLandscape));
        return body;
    }

    private void Append(Block block)
    {
        switch (block)
        {
            case Heading heading:
                body.Append(DocxText.Line(heading.Text, DocxStyles.Heading(heading.Level)));
                break;
            case Paragraph paragraph:
                body.Append(DocxText.Line(paragraph.Text, StyleOf(paragraph.Style)));
                break;
            case ItemList list:
                body.Append(list.Items.Select((item, index) => DocxText.Line(
                    list.Ordered ? $"{index + 1}．{item}" : $"· {item}", DocxStyles.Body)));
                break;
            case GridBlock grid:
                AppendGrid(grid);
                break;
            case ChartBlock chart:
                body.Append(pictures.Of(chart.Chart));
                break;
            case Documents.PageBreak:
                body.Append(new W.Paragraph(new W.Run(new W.Break { Type = W.BreakValues.Page })));
                break;
            case NewSection section:
                EndSection(section.IsLandscape);
                break;
            case AnnexHead annex:
                body.Append(
                    DocxText.Line(annex.Label, DocxStyles.AnnexLabel), DocxText.Line("", DocxStyles.Flush),
                    DocxText.Line(annex.Title, DocxStyles.Title), DocxText.Line("", DocxStyles.Flush));
                break;
            case AttachmentNote note:
                body.Append(DocxHead.Attachments(note));
                break;
            case SignatureBlock signature:
                body.Append(DocxHead.Signature(signature));
                break;
        }
    }

    private void AppendGrid(GridBlock block)
    {
        if (block.Caption.Length > 0)
        {
            body.Append(DocxText.Line(block.Caption, DocxStyles.Label));
        }

        var width = Paper.Twips(isLandscape ? Paper.AreaHeight : Paper.AreaWidth);
        body.Append(DocxGrid.Of(block.Grid, width), DocxText.Line("", DocxStyles.Thin));
    }

    /// <summary>A section's measures stand in its last paragraph.</summary>
    private void EndSection(bool next)
    {
        if (body.LastChild is not W.Paragraph last)
        {
            body.Append(last = DocxText.Line("", DocxStyles.Thin));
        }

        last.ParagraphProperties ??= new W.ParagraphProperties();
        last.ParagraphProperties.Append(DocxSections.Of(isLandscape));
        isLandscape = next;
    }

    private static string StyleOf(TextStyle style) => style switch
    {
        TextStyle.Flush => DocxStyles.Flush,
        TextStyle.Centred => DocxStyles.Centred,
        TextStyle.Right => DocxStyles.Right,
        TextStyle.Note => DocxStyles.Note,
        _ => DocxStyles.Body,
    };
}
