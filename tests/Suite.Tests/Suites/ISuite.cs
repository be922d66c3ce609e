using System.Data.Common;
using StudySuite.Demo;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests;

/// <summary>A running suite behind its gateway, whatever it stands on.</summary>
public interface ISuite : IAsyncDisposable
{
    /// <summary>The gateway's address for pages and REST.</summary>
    Uri Web { get; }

    DemoSettings Demo { get; }

    /// <summary>The process that runs the sessions service, alone or with the others.</summary>
    ServiceProcess Sessions { get; }

    /// <summary>Folder of the files, as the sessions service keeps them.</summary>
    string Files { get; }

    /// <summary>Runs a verb of the sessions service, such as <c>verify-archive</c>, beside the running one.</summary>
    Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments);

    /// <summary>A look into a service's own database, for what no API tells, such as when a sweep fired.</summary>
    Task<DbConnection> OpenDatabaseAsync(string service);

    /// <summary>Runs the verb <c>rebuild</c> beside the running suite.</summary>
    /// <returns>What it printed.</returns>
    Task<(int ExitCode, string Output)> RebuildAsync();

    /// <summary>How many lines all audit trails of the business services have: equal counts mean nothing was changed.</summary>
    Task<long> CountAuditEntriesAsync();
}
