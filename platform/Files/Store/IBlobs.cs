namespace StudySuite.Files;

/// <summary>Where the bytes of materials and archives live; a process boundary that county IT may put elsewhere.</summary>
public interface IBlobs
{
    /// <summary>Stores the stream and returns the SHA-256 of its bytes, lower-case hex, with its length.</summary>
    Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Stores what has been received and looked at; storing the same bytes again makes the blob young again.</summary>
    Task KeepAsync(ReceivedFile file, CancellationToken cancellationToken);

    /// <summary>Opens a stored blob for reading; null when there is none of that hash.</summary>
    /// <param name="from">First byte that is wanted.</param>
    Task<Stream?> OpenAsync(string sha256, long from = 0, CancellationToken cancellationToken = default);

    /// <summary>All blobs of the shelf, for cleaning up.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken);

    /// <summary>Forgets a blob that nothing names any more; none of that hash is no error.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);
}

/// <param name="Sha256">Lower-case hex.</param>
public sealed record StoredBlob(string Sha256, long Length);

/// <param name="KeptAt">When its bytes were stored the last time.</param>
public sealed record BlobEntry(string Sha256, DateTimeOffset KeptAt);

internal static class BlobName
{
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
