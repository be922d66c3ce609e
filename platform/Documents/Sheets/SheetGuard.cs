using System.IO.Compression;
using System.Xml;
using StudySuite.Defaults.Errors;

namespace StudySuite.Documents;

/// <summary>
/// Looks through an uploaded workbook before it is read: it may unpack to little, hold few rows and few columns, and no
/// document types. What is declared is not believed: the bytes are counted while they unpack.
/// </summary>
internal static class SheetGuard
{
    private const int MaxEntries = 200, MaxColumns = 200;
    private const long MaxUnpacked = 64L * 1024 * 1024;

    public static void Check(ReadOnlyMemory<byte> file, SheetTemplate template, string field)
    {
        if (file.Length > template.MaxBytes)
        {
            throw DomainError.Invalid(field, "FILE_TOO_LARGE", ("max", Table.Text(template.MaxBytes / 1024)));
        }

        try
        {
            using var bytes = new MemoryStream(file.ToArray(), writable: false);
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries || zip.GetEntry("xl/workbook.xml") is null)
            {
                throw DomainError.Invalid(field, "FILE_NOT_XLSX");
            }

            var left = MaxUnpacked;
            foreach (var entry in zip.Entries)
            {
                using var content = new CountedStream(entry.Open(), left);
                if (entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                    && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                {
                    CheckSheet(content, template, field);
                }

                content.CopyTo(Stream.Null);
                left = content.Left;
            }
        }
        catch (UnpacksTooFarException)
        {
            throw DomainError.Invalid(field, "FILE_TOO_LARGE", ("max", Table.Text(template.MaxBytes / 1024)));
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or NotSupportedException)
        {
            throw DomainError.Invalid(field, "FILE_NOT_XLSX");
        }
    }

    private static void CheckSheet(Stream content, SheetTemplate template, string field)
    {
        using var xml = XmlReader.Create(content, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false,
        });
        var rows = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            // The reader makes an empty row of each that is left out: the number counts, not only the rows there are.
            if (xml.LocalName == "row")
            {
                rows = int.TryParse(xml.GetAttribute("r"), out var number) ? Math.Max(rows + 1, number) : rows + 1;
            }

            var place = xml.LocalName switch
            {
                "c" => xml.GetAttribute("r"), "dimension" => xml.GetAttribute("ref"), _ => null,
            };
            var (column, row) = Farthest(place);
            if (Math.Max(rows, row) > template.MaxRows + 1)
            {
                throw DomainError.Invalid(field, "SHEET_TOO_MANY_ROWS", ("max", Table.Text(template.MaxRows)));
            }

            if (column > MaxColumns)
            {
                throw DomainError.Invalid(field, "SHEET_TOO_MANY_COLUMNS", ("max", Table.Text(MaxColumns)));
            }
        }
    }

    /// <summary>Column and row of B7, or of the end of A1:B7.</summary>
    private static (int Column, int Row) Farthest(string? place)
    {
        var (column, row) = (0, 0L);
        foreach (var c in (place ?? "").AsSpan((place?.IndexOf(':') ?? -1) + 1))
        {
            if (char.IsAsciiLetter(c))
            {
                column = Math.Min(100_000, column * 26 + (char.ToUpperInvariant(c) - 'A' + 1));
            }
            else if (char.IsAsciiDigit(c))
            {
                row = Math.Min(int.MaxValue, row * 10 + (c - '0'));
            }
        }

        return (column, (int)row);
    }

    private sealed class UnpacksTooFarException : Exception;

    private sealed class CountedStream(Stream inner, long most) : Stream
    {
        public long Left { get; private set; } = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Left -= read;
            return Left >= 0 ? read : throw new UnpacksTooFarException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
