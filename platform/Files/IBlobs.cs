namespace StudySuite.Files;

/// <summary>Where the bytes of materials and archives live; a process boundary that county IT may put elsewhere.</summary>
public interface IBlobs
{
    /// <summary>Stores the stream and returns the SHA-256 of its bytes, lower-case hex, with its length.</summary>
    Task<StoredBlob> StoreAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a stored blob for reading; null when there is none of that hash.</summary>
    Stream? Open(string sha256);
}

/// <param name="Sha256">Lower-case hex.</param>
public sealed record StoredBlob(string Sha256, long Length);
