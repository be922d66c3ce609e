using System.Diagnostics;
using StudySuite.Testing.Processes;

namespace StudySuite.Testing.Servers;

/// <summary>
/// Removes a container when this process is gone. Testcontainers leaves that to its Ryuk container, which is not
/// everywhere allowed or at hand (TESTCONTAINERS_RYUK_DISABLED); doing it twice does no harm.
/// </summary>
internal static class ContainerGuard
{
    // Thrice, because this process may have died while the engine was still making the container.
    private const string RemoveWhenTold = """
        trap 'for pause in 2 2 0; do "$0" rm --force --volumes "$1"; sleep $pause; done; exit' TERM
        sleep infinity & wait
        """;

    /// <summary>Call before the container starts: a kill may come while it does.</summary>
    /// <returns>The name to give to the container.</returns>
    public static string NewName()
    {
        var name = UniqueName.For("studysuite-test");
        if (MachineBinaries.Find("docker") is { } docker)
            GuardedProcess.Start(
                new ProcessStartInfo("bash", ["-c", RemoveWhenTold, docker, name]), "/dev/null", lastSignal: "TERM");

        return name;
    }
}
