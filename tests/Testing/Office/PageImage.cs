using System.Globalization;
using System.Xml.Linq;
using StudySuite.Testing.Processes;
using StudySuite.Testing.Servers;

namespace StudySuite.Testing;

/// <summary>A line of text on a page, in points from the page's left and top.</summary>
public sealed record PageLine(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>A page as it would be printed.</summary>
public sealed record PageImage(double Width, double Height, IReadOnlyList<PageLine> Lines);

/// <summary>Lays documents out with LibreOffice and reads off the pages where every line came to stand.</summary>
public static class PageImages
{
    public static async Task<IReadOnlyList<PageImage>> OfDocxAsync(byte[] docx) => (await OfDocxAsync([docx]))[0];

    /// <summary>The pages of each document; LibreOffice starts once for all.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<PageImage>>> OfDocxAsync(IReadOnlyList<byte[]> documents)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-pages-").FullName;
        try
        {
            string[] names = [.. documents.Select((_, at) => Path.Combine(folder, $"paper{at}"))];
            foreach (var (at, docx) in documents.Index())
            {
                await File.WriteAllBytesAsync($"{names[at]}.docx", docx);
            }

            // A profile of its own: programs that share one wait for each other or refuse.
            await Command.RunAsync(
                folder, Find("soffice", "libreoffice-writer-nogui"),
                ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder,
                    .. names.Select(name => $"{name}.docx")]);
            var pages = new List<IReadOnlyList<PageImage>>();
            foreach (var name in names)
            {
                await Command.RunAsync(folder, Find("pdftotext", "poppler-utils"), "-bbox-layout", $"{name}.pdf", $"{name}.xml");
                pages.Add(Read(await File.ReadAllTextAsync($"{name}.xml")));
            }

            return pages;
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static string Find(string program, string package) => MachineBinaries.Find(program, "/usr/lib/libreoffice/program")
        ?? throw new InvalidOperationException(
            $"{program} is missing: install the packages {package} and fonts-arphic-uming, or run test.sh, which does.");

    private static List<PageImage> Read(string xml)
    {
        var root = XDocument.Parse(string.Concat(xml.Where(c => !char.IsControl(c) || c is '\n'))).Root!;
        XNamespace html = root.Name.Namespace;
        return [.. root.Descendants(html + "page").Select(page => new PageImage(
            Number(page, "width"), Number(page, "height"), LinesOf(page.Descendants(html + "word"))))];
    }

    /// <summary>What pdftotext takes for lines depends on gaps: here a line is all that stands at one height.</summary>
    private static List<PageLine> LinesOf(IEnumerable<XElement> words)
    {
        var lines = new List<List<PageLine>>();
        foreach (var word in words.Select(word => new PageLine(
                word.Value, Number(word, "xMin"), Number(word, "yMin"), Number(word, "xMax"), Number(word, "yMax")))
            .OrderBy(word => word.Top))
        {
            if (lines.Count > 0 && word.Top - lines[^1][0].Top < 5)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.Select(line => new PageLine(
            string.Concat(line.OrderBy(word => word.Left).Select(word => word.Text)),
            line.Min(word => word.Left), line[0].Top, line.Max(word => word.Right), line.Max(word => word.Bottom)))];
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
