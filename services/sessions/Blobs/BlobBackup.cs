using System.Security.Cryptography;
using StudySuite.Defaults.Backup;
using StudySuite.Files;

namespace StudySuite.Sessions.Blobs;

/// <summary>The blobs of materials and archives in a backup: a file each, named by its hash, wherever they are
/// kept.</summary>
internal sealed class BlobBackup([FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs, TimeProvider clock)
    : IBackupPart
{
    public string Part => $"{SessionsModule.Shelf}-files";

    public async Task<BackupContent> SaveAsync(string folder, CancellationToken cancellationToken)
    {
        var into = System.IO.Directory.CreateDirectory(FolderIn(folder)).FullName;
        var items = new Dictionary<string, BackupItem>();
        await foreach (var entry in blobs.ListAsync(cancellationToken))
        {
            await using var blob = await blobs.OpenAsync(entry.Sha256, cancellationToken: cancellationToken);
            if (blob is null)
            {
                continue; // cleaned away since it was listed: nothing names it
            }

            await using var file = File.Create(Path.Combine(into, entry.Sha256));
            await blob.CopyToAsync(file, cancellationToken);
            items[entry.Sha256] = new BackupItem(file.Length, entry.Sha256);
        }

        return new BackupContent(Part, "Files", "", clock.GetUtcNow(), items, new Dictionary<string, long>());
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in blobs.ListAsync(cancellationToken))
        {
            return false;
        }

        return true;
    }

    public async Task<IReadOnlyDictionary<string, BackupItem>> ReadSavedAsync(
        string folder, BackupContent content, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, BackupItem>();
        foreach (var name in content.Items.Keys.Where(name => File.Exists(Path.Combine(FolderIn(folder), name))))
        {
            await using var file = File.OpenRead(Path.Combine(FolderIn(folder), name));
            found[name] = await MeasureAsync(file, cancellationToken);
        }

        return found;
    }

    /// <summary>Blobs are named by what they hold: those that are there already may stay.</summary>
    public async Task<IReadOnlyDictionary<string, BackupItem>> RestoreAsync(
        string folder, BackupContent content, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, BackupItem>();
        foreach (var name in content.Items.Keys)
        {
            await using (var file = File.OpenRead(Path.Combine(FolderIn(folder), name)))
            {
                await blobs.StoreAsync(file, cancellationToken);
            }

            await using var blob = await blobs.OpenAsync(name, cancellationToken: cancellationToken);
            if (blob is not null)
            {
                found[name] = await MeasureAsync(blob, cancellationToken);
            }
        }

        return found;
    }

    private string FolderIn(string folder) => Path.Combine(folder, Part);

    private static async Task<BackupItem> MeasureAsync(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        long length = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; length += read)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        return new BackupItem(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
