using System.Text;

namespace StudySuite.Files;

/// <summary>
/// Takes the text of a document bit by bit: looks for marks in all of it and keeps the beginning. A mark may be cut into
/// pieces of differing font, so pieces join; only the end of a paragraph parts them.
/// </summary>
internal sealed class TextCollector
{
    private const int Kept = 200_000;
    private const int Window = 32_768;
    private const int Overlap = 64;
    private readonly StringBuilder kept = new();
    private readonly StringBuilder window = new();

    public bool IsInternal { get; private set; }

    public void Append(string text)
    {
        if (kept.Length < Kept)
        {
            kept.Append(text, 0, Math.Min(text.Length, Kept - kept.Length));
        }

        for (var at = 0; at < text.Length; at += Window)
        {
            window.Append(text, at, Math.Min(Window, text.Length - at));
            if (window.Length >= Window)
            {
                Look();
                window.Remove(0, window.Length - Overlap);
            }
        }
    }

    public void EndParagraph() => Append("\n");

    /// <exception cref="FileRefusedException">SecretMark</exception>
    public InspectedFile Finish(string contentType, string extension, int pages)
    {
        Look();
        return new InspectedFile(contentType, extension, pages, kept.ToString(), IsInternal);
    }

    private void Look()
    {
        var text = window.ToString();
        if (SecrecyMarks.IsSecret(text))
        {
            throw new FileRefusedException(FileFault.SecretMark);
        }

        IsInternal |= SecrecyMarks.IsInternal(text);
    }
}
