using System.Globalization;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.Templates;
using StudySuite.Documents;

namespace StudySuite.Bulletin.Exports;

/// <summary>A bulletin on paper: the letter with its four sections, and the half-year table as annex.</summary>
internal static class BulletinPaper
{
    private const string AnnexTitle = "党委（党组）理论学习中心组学习情况统计表";

    /// <param name="issuer">Name of the issuing unit.</param>
    /// <param name="unitNames">By code.</param>
    public static Document Of(
        StudyBulletin bulletin, FigureTable table, BulletinTemplate template, string issuer,
        IReadOnlyDictionary<string, string> unitNames, DateOnly today)
    {
        var (draft, text) = (bulletin.Draft, bulletin.Draft.Text);
        var mark = template.IssuerMark.Length > 0 ? template.IssuerMark : issuer;
        var day = bulletin.IssuedOn ?? today;
        var paper = new Document(draft.Title).Marked(mark, bulletin.Number ?? $"{draft.NumberPrefix}〔{day.Year}〕　号");
        if (draft.Addressee.Length > 0)
        {
            paper.To(draft.Addressee);
        }

        paper.Heading(1, "总体情况").Paragraph(text.Overview).Heading(1, "好的做法").Paragraph(text.Practices);
        foreach (var practice in text.GoodPractices)
        {
            paper.Heading(2, unitNames.GetValueOrDefault(practice.Unit, practice.Unit)).Paragraph(practice.Text);
        }

        return paper.Heading(1, "存在问题").Paragraph(text.Problems).Heading(1, "下一步要求").Paragraph(text.Requirements)
            .Attachments(AnnexTitle)
            .Signed(mark.EndsWith("文件", StringComparison.Ordinal) ? mark[..^2] : mark, day)
            .Annex("附件", AnnexTitle, landscape: true).Table(FiguresPaper.TableOf(table))
            .Colophon(draft.CopiesTo, template.PrintedBy.Length > 0 ? template.PrintedBy : issuer, day);
    }

    public static string FileName(StudyBulletin bulletin) => string.Create(
        CultureInfo.InvariantCulture, $"{bulletin.Number ?? "通报草稿"} {bulletin.Draft.Title}");
}
