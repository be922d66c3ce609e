namespace StudySuite.Documents;

internal static class PrintBody
{
    public static void Write(Document document, HtmlWriter html)
    {
        if (document.Mark is { } mark)
        {
            html.Element("p", "mark", mark.Issuer).Element("p", "number", mark.Number);
        }

        html.Element("h1", "", document.Title);
        if (document.Subtitle.Length > 0)
        {
            html.Element("p", "sub", document.Subtitle);
        }

        if (document.Addressee.Length > 0)
        {
            html.Element("p", document.IsForm ? "" : "gap", $"{document.Addressee}：");
        }
        else if (!document.IsForm)
        {
            html.Raw("<p></p>\n");
        }

        var isInSection = false;
        foreach (var block in document.Blocks)
        {
            if (block is NewSection section)
            {
                html.Raw(isInSection ? "</section>\n" : "");
                html.Raw(section.IsLandscape ? "<section class=\"wide\">\n" : "<section>\n");
                isInSection = true;
                continue;
            }

            Write(block, html);
        }

        html.Raw(isInSection ? "</section>\n" : "");
        if (document.End is { } end)
        {
            html.Raw("<footer class=\"end\">");
            if (end.CopiesTo.Length > 0)
            {
                html.Element("p", "", $"抄送：{end.CopiesTo.TrimEnd('。')}。");
            }

            html.Raw("<p><span>").Text(end.PrintedBy);
            html.Raw("</span><span>").Text($"{Texts.Day(end.PrintedOn)}印发").Raw("</span></p></footer>\n");
        }
    }

    private static void Write(Block block, HtmlWriter html)
    {
        switch (block)
        {
            case Heading heading:
                html.Element($"h{heading.Level + 1}", "", heading.Text);
                break;
            case Paragraph paragraph:
                var style = paragraph.Style == TextStyle.Flush ? "" : paragraph.Style.ToString().ToLowerInvariant();
                html.Element("p", style, paragraph.Text);
                break;
            case ItemList list:
                foreach (var (index, item) in list.Items.Index())
                {
                    html.Element("p", "body", list.Ordered ? $"{index + 1}．{item}" : $"· {item}");
                }

                break;
            case GridBlock grid:
                PrintGrid.Write(grid, html);
                break;
            case ChartBlock chart:
                html.Raw("<figure>").Raw(chart.Chart.ToSvg()).Raw("</figure>\n");
                break;
            case PageBreak:
                html.Raw("<div class=\"break\"></div>\n");
                break;
            case AnnexHead annex:
                html.Element("p", "label", annex.Label).Raw("<p></p>").Element("h1", "", annex.Title).Raw("<p></p>");
                break;
            case AttachmentNote { Names: [var only] }:
                html.Element("p", "attached gap", $"附件：{only}");
                break;
            case AttachmentNote note:
                html.Raw("<div class=\"attached gap\"><p>附件：</p><ol>");
                foreach (var name in note.Names)
                {
                    html.Element("li", "", name);
                }

                html.Raw("</ol></div>\n");
                break;
            case SignatureBlock signature:
                html.Raw("<div class=\"signed\">").Element("p", "", signature.Issuer)
                    .Element("p", "", Texts.Day(signature.Date)).Raw("</div>\n");
                break;
        }
    }
}
