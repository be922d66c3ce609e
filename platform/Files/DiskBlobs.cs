using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace StudySuite.Files;

internal sealed class DiskBlobs(IOptions<FileOptions> options) : IBlobs
{
    private string Folder => options.Value.Folder;

    public async Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(Folder, "incoming");
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Guid.CreateVersion7().ToString("n"));
        try
        {
            var stored = await WriteAsync(content, temporary, cancellationToken);
            var final = PathOf(stored.Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(final)!);
            // The same bytes may be on their way twice; whoever renames last replaces like with like.
            File.Move(temporary, final, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream? Open(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var path = PathOf(sha256);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    private static async Task<StoredBlob> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        long length = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            length += read;
        }

        file.Flush(flushToDisk: true);
        return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private string PathOf(string sha256) => Path.Combine(Folder, sha256[..2], sha256);
}
