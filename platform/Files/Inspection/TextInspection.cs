using System.Text;

namespace StudySuite.Files;

/// <summary>Plain text in UTF-8, UTF-16 with a mark, or GB 18030. What is no text in any of them is not taken.</summary>
internal static class TextInspection
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static InspectedFile Inspect(Stream file, CancellationToken cancellationToken)
    {
        Span<byte> mark = stackalloc byte[2];
        mark = mark[..file.ReadAtLeast(mark, 2, throwOnEndOfStream: false)];
        Encoding[] encodings = mark switch
        {
            [0xFF, 0xFE] => [new UnicodeEncoding(false, true, true)],
            [0xFE, 0xFF] => [new UnicodeEncoding(true, true, true)],
            _ => [Utf8, Gb18030],
        };

        foreach (var encoding in encodings)
        {
            file.Position = 0;
            if (Read(file, encoding, cancellationToken) is { } text)
            {
                return text.Finish("text/plain; charset=utf-8", ".txt", 0) with { ContentType = TypeOf(encoding) };
            }
        }

        throw new FileRefusedException(FileFault.TypeNotAllowed);
    }

    private static string TypeOf(Encoding encoding) => $"text/plain; charset={encoding.WebName}";

    private static TextCollector? Read(Stream file, Encoding encoding, CancellationToken cancellationToken)
    {
        var text = new TextCollector();
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[16_384];
        try
        {
            int read;
            while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\b') || buffer.AsSpan(0, read).Contains('\u001B'))
                {
                    return null;
                }

                text.Append(new string(buffer, 0, read));
            }

            return text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
