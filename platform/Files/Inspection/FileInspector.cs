namespace StudySuite.Files;

/// <summary>
/// Decides by its bytes, never by its name, what a file is and whether it is taken: PDF, Word, Excel and PowerPoint since
/// 2007, OFD, pictures and plain text.
/// </summary>
public static class FileInspector
{
    /// <param name="path">A whole file on this machine.</param>
    /// <exception cref="FileRefusedException">It is not taken, and why.</exception>
    public static InspectedFile Inspect(string path, CancellationToken cancellationToken)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;

        return head switch
        {
            [] => throw new FileRefusedException(FileFault.Empty),
            [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => PdfInspection.Inspect(path, file, cancellationToken),
            [0x50, 0x4B, 0x03, 0x04, ..] => OfficeInspection.Inspect(file, cancellationToken),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new FileRefusedException(FileFault.OldOfficeFormat),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => new InspectedFile("image/png", ".png", 1, "", false),
            [0xFF, 0xD8, 0xFF, ..] => new InspectedFile("image/jpeg", ".jpg", 1, "", false),
            _ => TextInspection.Inspect(file, cancellationToken),
        };
    }
}
