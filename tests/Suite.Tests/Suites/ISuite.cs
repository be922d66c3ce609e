using System.Data.Common;
using StudySuite.Demo;

namespace StudySuite.Suite.Tests;

/// <summary>A running suite behind its gateway, whatever it stands on.</summary>
public interface ISuite : IAsyncDisposable
{
    /// <summary>The gateway's address for pages and REST.</summary>
    Uri Web { get; }

    DemoSettings Demo { get; }

    /// <summary>A look into a service's own database, for what no API tells, such as when a sweep fired.</summary>
    Task<DbConnection> OpenDatabaseAsync(string service);

    /// <summary>How many lines all audit trails of the business services have: equal counts mean nothing was changed.</summary>
    Task<long> CountAuditEntriesAsync();
}
