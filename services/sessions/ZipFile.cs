using System.IO.Compression;

namespace StudySuite.Sessions;

/// <summary>A zip written straight into an answer: nothing of it is held in memory or on disk.</summary>
internal sealed class ZipFile(Stream to, DateTimeOffset at) : IAsyncDisposable
{
    public const string ContentType = "application/zip";

    // Written through a counter of its own, as the answer's stream can tell no position.
    private readonly ZipArchive zip = new(to, ZipArchiveMode.Create, leaveOpen: true);

    public async Task AddAsync(string name, Stream bytes, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        // Zips know only local times from 1980 on; China's, like all days of the suite.
        entry.LastWriteTime = at.ToOffset(TimeSpan.FromHours(8));
        await using var into = await entry.OpenAsync(cancellationToken);
        await bytes.CopyToAsync(into, cancellationToken);
    }

    public async Task AddAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(bytes);
        await AddAsync(name, stream, cancellationToken);
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();
}
