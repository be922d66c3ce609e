using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Database;

/// <summary>A change to it leaves a line in the audit trail.</summary>
public interface IAudited
{
    string ResourceName { get; }
}

/// <summary>
/// A thing with a name of its own. Version is its concurrency token, its etag and the version of its events:
/// the save interceptor raises it by one with every saved change, on either database.
/// </summary>
public abstract class Aggregate : IAudited
{
    public abstract string ResourceName { get; }

    public long Version { get; internal set; }

    public DateTimeOffset CreatedAt { get; internal set; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>The version this change gives it, for events that are enqueued before the save.</summary>
    public long NextVersion => Version + 1;

    public string Etag => Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An empty etag asks for no check (AIP-154).</summary>
    public void RequireEtag(string etag)
    {
        if (etag.Length > 0 && etag != Etag)
        {
            throw CommonErrors.StaleEtag();
        }
    }
}
