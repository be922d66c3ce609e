using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace StudySuite.Files;

/// <summary>
/// Files on their way in: written to a temporary name while they are hashed, so that memory does not grow with their
/// size, and looked at before they are kept.
/// </summary>
public sealed class Incoming(IOptions<FileOptions> options, TimeProvider clock)
{
    private string Folder => Path.Combine(options.Value.Folder, "incoming");

    public long MaxBytes => options.Value.MaxBytes;

    /// <exception cref="FileRefusedException">TooLarge as soon as the limit is passed.</exception>
    public async Task<ReceivedFile> ReceiveAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, Guid.CreateVersion7().ToString("n"));
        try
        {
            var stored = await WriteAsync(content, path, maxBytes, cancellationToken);
            return new ReceivedFile(path, stored.Sha256, stored.Length);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Removes what a crash left behind; a file that is still being written is younger.</summary>
    public void CleanUp()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        var before = clock.GetUtcNow().UtcDateTime.AddHours(-1);
        foreach (var path in Directory.EnumerateFiles(Folder).Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            File.Delete(path);
        }
    }

    private static async Task<StoredBlob> WriteAsync(
        Stream content, string path, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[81920];
        long length = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            length += read;
            if (length > maxBytes)
            {
                throw new FileRefusedException(FileFault.TooLarge);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}

/// <summary>A whole file under a temporary name, which goes when this is disposed.</summary>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record ReceivedFile(string Path, string Sha256, long Length) : IDisposable
{
    public void Dispose() => File.Delete(Path);
}
