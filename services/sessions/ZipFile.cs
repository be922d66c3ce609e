using System.IO.Compression;
using StudySuite.Defaults.Plain;

namespace StudySuite.Sessions;

/// <summary>
/// A zip written straight into an answer: never more of it in memory than one piece. A failure leaves it without its end,
/// so that half a zip cannot be taken for a whole one.
/// </summary>
internal sealed class ZipFile
{
    public const string ContentType = "application/zip";

    private readonly Sink sink = new();
    private readonly ZipArchive zip;
    private readonly Stream to;
    private readonly DateTimeOffset at;

    public ZipFile(Stream to, DateTimeOffset at)
    {
        // Zips know only local times; China's, like all days of the suite.
        (this.to, this.at) = (to, at.ToOffset(TimeSpan.FromHours(8)));
        zip = new ZipArchive(sink, ZipArchiveMode.Create, leaveOpen: true);
    }

    public async Task AddAsync(string name, Stream bytes, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        var buffer = new byte[65_536];
        using (var into = entry.Open())
        {
            int read;
            while ((read = await bytes.ReadAsync(buffer, cancellationToken)) > 0)
            {
                into.Write(buffer, 0, read);
                await sink.DrainAsync(to, cancellationToken);
            }
        }

        await sink.DrainAsync(to, cancellationToken);
    }

    public async Task AddAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(bytes);
        await AddAsync(name, stream, cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        zip.Dispose();
        await sink.DrainAsync(to, cancellationToken);
    }

    /// <summary>
    /// Takes what the library writes synchronously, as it does at the end of every entry, until it can be sent on: an
    /// answer's stream takes only asynchronous writes.
    /// </summary>
    private sealed class Sink : WriteOnlyStream
    {
        private readonly MemoryStream held = new();

        public async Task DrainAsync(Stream to, CancellationToken cancellationToken)
        {
            await to.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellationToken);
            held.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);
    }
}
