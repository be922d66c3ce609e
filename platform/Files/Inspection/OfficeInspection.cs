using System.IO.Compression;
using System.Xml;

namespace StudySuite.Files;

/// <summary>Word, Excel, PowerPoint (OOXML) and OFD: zips of XML, looked at entry by entry.</summary>
internal static class OfficeInspection
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const int MaxDepth = 2;
    private const int MaxEmbedded = 20 << 20;

    private static readonly (string Entry, string Type, string Extension)[] Types =
    [
        ("word/document.xml", $"{Office}wordprocessingml.document", ".docx"),
        ("xl/workbook.xml", $"{Office}spreadsheetml.sheet", ".xlsx"),
        ("ppt/presentation.xml", $"{Office}presentationml.presentation", ".pptx"),
        ("OFD.xml", "application/ofd", ".ofd"),
    ];

    public static InspectedFile Inspect(Stream file, CancellationToken cancellationToken)
    {
        var text = new TextCollector();
        var (type, extension) = Walk(file, text, 0, cancellationToken);
        return text.Finish(type, extension, 0);
    }

    private static (string Type, string Extension) Walk(
        Stream file, TextCollector text, int depth, CancellationToken cancellationToken)
    {
        using var zip = new SafeZip(file);
        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        var type = Types.FirstOrDefault(type => names.Contains(type.Entry));
        if (type.Entry is null)
        {
            throw new FileRefusedException(FileFault.TypeNotAllowed);
        }

        try
        {
            foreach (var entry in zip.Entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Look(zip, entry, text, depth, cancellationToken);
                text.EndParagraph();
            }
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            throw new FileRefusedException(FileFault.Unreadable);
        }

        return (type.Type, type.Extension);
    }

    private static void Look(
        SafeZip zip, ZipArchiveEntry entry, TextCollector text, int depth, CancellationToken cancellationToken)
    {
        var name = entry.FullName.ToLowerInvariant();
        if (name.Contains("vbaproject", StringComparison.Ordinal) || name.Contains("vbadata", StringComparison.Ordinal)
            || name.Contains("/macrosheets/", StringComparison.Ordinal))
        {
            throw new FileRefusedException(FileFault.Macro);
        }

        if (name.Contains("/activex/", StringComparison.Ordinal) || name.Contains("oleobject", StringComparison.Ordinal))
        {
            throw new FileRefusedException(FileFault.ActiveContent);
        }

        using var bytes = zip.Open(entry);
        if (name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal))
        {
            OfficePart.Read(name, bytes, text);
        }
        else if (name.Contains("/embeddings/", StringComparison.Ordinal))
        {
            // A sheet behind a chart and the like: a document in the document, by the same rules.
            LookInside(bytes, text, depth, cancellationToken);
        }
        else
        {
            bytes.CopyTo(Stream.Null);
        }
    }

    private static void LookInside(Stream bytes, TextCollector text, int depth, CancellationToken cancellationToken)
    {
        using var inner = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = bytes.Read(buffer, 0, buffer.Length)) > 0)
        {
            inner.Write(buffer, 0, read);
            if (inner.Length > MaxEmbedded)
            {
                throw new FileRefusedException(FileFault.ZipBomb);
            }
        }

        var isZip = inner.Length > 22 && inner.GetBuffer() is [0x50, 0x4B, 0x03, 0x04, ..];
        if (!isZip || depth + 1 >= MaxDepth)
        {
            throw new FileRefusedException(FileFault.ActiveContent);
        }

        inner.Position = 0;
        Walk(inner, text, depth + 1, cancellationToken);
    }
}
