using System.Text;
using UglyToad.PdfPig;

namespace StudySuite.Files;

internal static class PdfInspection
{
    private const int PagesRead = 500;

    // Long enough that compressed bytes do not spell them by chance.
    private static readonly byte[][] Active =
        [.. new[] { "/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia" }.Select(Encoding.ASCII.GetBytes)];

    public static InspectedFile Inspect(string path, Stream file, CancellationToken cancellationToken)
    {
        if (HasAny(file, Active, cancellationToken))
        {
            throw new FileRefusedException(FileFault.ActiveContent);
        }

        try
        {
            using var pdf = PdfDocument.Open(path);
            var text = new TextCollector();
            for (var page = 1; page <= Math.Min(pdf.NumberOfPages, PagesRead); page++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                text.Append(pdf.GetPage(page).Text);
                text.EndParagraph();
            }

            return text.Finish("application/pdf", ".pdf", pdf.NumberOfPages);
        }
        catch (Exception error) when (error is not (FileRefusedException or OperationCanceledException or IOException))
        {
            // The parser says in many ways that a file is damaged, hostile or encrypted; to us they are one.
            throw new FileRefusedException(FileFault.Unreadable);
        }
    }

    private static bool HasAny(Stream file, byte[][] tokens, CancellationToken cancellationToken)
    {
        var overlap = tokens.Max(token => token.Length) - 1;
        var buffer = new byte[1 << 16];
        var held = 0;
        int read;
        while ((read = file.Read(buffer, held, buffer.Length - held)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var filled = held + read;
            if (tokens.Any(token => buffer.AsSpan(0, filled).IndexOf(token) >= 0))
            {
                return true;
            }

            held = Math.Min(overlap, filled);
            Buffer.BlockCopy(buffer, filled - held, buffer, 0, held);
        }

        return false;
    }
}
