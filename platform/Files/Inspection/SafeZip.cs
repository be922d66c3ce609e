using System.Buffers.Binary;
using System.IO.Compression;

namespace StudySuite.Files;

/// <summary>A zip that is read with a budget: how many entries, how many bytes they become, and where they would lie.</summary>
internal sealed class SafeZip : IDisposable
{
    private const int MaxEntries = 2_000;
    private const int MaxDirectory = 1 << 20;
    private const long MaxBytes = 400L << 20;
    private const long FreeBytes = 20L << 20;
    private const int MaxRatio = 100;
    private readonly ZipArchive zip;
    private readonly long budget;
    private long used;

    public SafeZip(Stream file)
    {
        CheckDirectory(file);
        budget = Math.Min(MaxBytes, Math.Max(FreeBytes, file.Length * MaxRatio));
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries)
            {
                CheckName(entry.FullName);
            }
        }
        catch (InvalidDataException)
        {
            throw new FileRefusedException(FileFault.Unreadable);
        }
    }

    public IReadOnlyCollection<ZipArchiveEntry> Entries => zip.Entries;

    /// <summary>The entry's bytes; what an entry says of its own size is not believed.</summary>
    public Stream Open(ZipArchiveEntry entry) => new Counted(entry.Open(), this);

    public void Dispose() => zip.Dispose();

    /// <summary>
    /// Looks at the end record before the library reads the directory, which it does whole: a directory of millions of
    /// entries would be a bomb of its own.
    /// </summary>
    private static void CheckDirectory(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, 22 + 65_535)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || tail.Length - at < 22)
        {
            throw new FileRefusedException(FileFault.Unreadable);
        }

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        if (entries > MaxEntries || size > MaxDirectory)
        {
            throw new FileRefusedException(FileFault.ZipBomb);
        }

        if (offset + size != file.Length - tail.Length + at)
        {
            throw new FileRefusedException(FileFault.Unreadable);
        }
    }

    private static void CheckName(string name)
    {
        if (name.StartsWith('/') || name.Split('/').Contains("..") || name.Any(c => c is '\\' or ':' || char.IsControl(c)))
        {
            throw new FileRefusedException(FileFault.EntryName);
        }
    }

    private void Use(int bytes)
    {
        used += bytes;
        if (used > budget)
        {
            throw new FileRefusedException(FileFault.ZipBomb);
        }
    }

    private sealed class Counted(Stream inner, SafeZip owner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            owner.Use(read);
            return read;
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
