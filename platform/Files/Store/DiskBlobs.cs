using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace StudySuite.Files;

internal sealed class DiskBlobs(string shelf, Incoming incoming, IOptions<FileOptions> options, TimeProvider clock) : IBlobs
{
    private string Folder => options.Value.Folder;

    public async Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellationToken)
    {
        using var file = await incoming.ReceiveAsync(content, long.MaxValue, cancellationToken);
        await KeepAsync(file, cancellationToken);
        return new StoredBlob(file.Sha256, file.Length);
    }

    public Task KeepAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        var final = PathOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        File.SetLastWriteTimeUtc(file.Path, clock.GetUtcNow().UtcDateTime);
        // The same bytes may be on their way twice; whoever renames last replaces like with like.
        File.Move(file.Path, final, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string sha256, long from, CancellationToken cancellationToken)
    {
        // Before services had shelves, all blobs stood in the folder itself.
        var path = !BlobName.IsHash(sha256) ? null
            : new[] { PathOf(sha256), Path.Combine(Folder, sha256[..2], sha256) }.FirstOrDefault(File.Exists);
        if (path is null)
        {
            return Task.FromResult<Stream?>(null);
        }

        var file = File.OpenRead(path);
        file.Seek(from, SeekOrigin.Begin);
        return Task.FromResult<Stream?>(file);
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var root = Path.Combine(Folder, shelf);
        if (!Directory.Exists(root))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (BlobName.IsHash(Path.GetFileName(path)))
            {
                yield return new BlobEntry(Path.GetFileName(path), new DateTimeOffset(File.GetLastWriteTimeUtc(path)));
            }
        }

        await Task.CompletedTask;
    }

    public Task DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        File.Delete(PathOf(sha256));
        return Task.CompletedTask;
    }

    private string PathOf(string sha256) => Path.Combine(Folder, shelf, sha256[..2], sha256);
}
