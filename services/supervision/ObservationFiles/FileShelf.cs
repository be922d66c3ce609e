using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Database;
using StudySuite.Files;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>Takes files in: hashed on their way, looked at, kept in the transaction of the row that names them.</summary>
internal sealed class FileShelf(
    SupervisionDbContext db, Incoming incoming, [FromKeyedServices(SupervisionModule.Shelf)] IBlobs blobs)
{
    public async Task<ReceivedFile> ReceiveAsync(Stream bytes, CancellationToken cancellationToken)
    {
        try
        {
            return await incoming.ReceiveAsync(bytes, incoming.MaxBytes, cancellationToken);
        }
        catch (FileRefusedException refused)
        {
            throw FileErrors.Refused(refused.Fault, incoming.MaxBytes);
        }
    }

    public InspectedFile Inspect(ReceivedFile received, CancellationToken cancellationToken)
    {
        try
        {
            return FileInspector.Inspect(received.Path, cancellationToken);
        }
        catch (FileRefusedException refused)
        {
            throw FileErrors.Refused(refused.Fault, incoming.MaxBytes);
        }
    }

    /// <summary>Call within a transaction and save in it.</summary>
    public async Task KeepAsync(Aggregate row, ReceivedFile received, CancellationToken cancellationToken)
    {
        await BlobLock.ShareAsync(db, cancellationToken);
        await blobs.KeepAsync(received, cancellationToken);
        db.Add(row);
    }

    /// <summary>Null when the bytes are gone.</summary>
    public Task<Stream?> OpenAsync(string sha256, long from, CancellationToken cancellationToken) =>
        blobs.OpenAsync(sha256, from, cancellationToken);
}
