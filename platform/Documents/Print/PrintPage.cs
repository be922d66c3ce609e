using System.Security.Cryptography;
using System.Text;

namespace StudySuite.Documents;

/// <summary>The document as one page of HTML that prints as the DOCX does: same measures, same fonts by name.</summary>
public static class PrintPage
{
    /// <summary>Nothing is loaded and nothing runs; only this page's own style sheet, known by its hash.</summary>
    public static readonly string Policy = "default-src 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PrintStyle.Sheet)))
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static byte[] ToPrintPage(this Document document)
    {
        var html = new HtmlWriter();
        html.Raw("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>");
        html.Text(document.Title.ReplaceLineEndings(""));
        html.Raw("</title><style>").Raw(PrintStyle.Sheet).Raw("</style></head>\n<body");
        html.Raw(document.IsLandscape ? " class=\"wide\"><main>\n" : "><main>\n");
        PrintBody.Write(document, html);
        return Encoding.UTF8.GetBytes(html.Raw("</main></body></html>\n").ToString());
    }
}
