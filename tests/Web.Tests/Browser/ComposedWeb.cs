using System.Data.Common;
using StudySuite.Demo;
using StudySuite.Suite.Tests;
using StudySuite.Testing;

namespace StudySuite.Web.Tests;

/// <summary>A suite that somebody else has started and replayed: its address and accounts are in the environment.</summary>
internal sealed class ComposedWeb : SuiteWeb
{
    public override Uri Address { get; } = new(Told("STUDYSUITE_TEST_COMPOSED"));

    public override long PeakMemory() => throw new NotSupportedException("It runs elsewhere.");

    protected override Task<ISuite> StartAsync() => Task.FromResult<ISuite>(new Composed(Address));

    private static string Told(string variable) => Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"{variable} is missing: .ci/containers runs this.");

    /// <summary>Seen from outside only.</summary>
    private sealed class Composed(Uri address) : ISuite
    {
        public Uri Web => address;

        public DemoSettings Demo => new(address, address, () => "", Told("STUDYSUITE_TEST_ACCOUNTS"));

        public ServiceProcess Sessions => throw Elsewhere();

        public string Files => throw Elsewhere();

        public Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments) => throw Elsewhere();

        public Task<DbConnection> OpenDatabaseAsync(string service) => throw Elsewhere();

        public Task<(int ExitCode, string Output)> RebuildAsync() => throw Elsewhere();

        public Task<long> CountAuditEntriesAsync() => throw Elsewhere();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static NotSupportedException Elsewhere() => new("It runs elsewhere.");
    }
}
