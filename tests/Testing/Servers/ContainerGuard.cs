using System.Diagnostics;
using StudySuite.Testing.Processes;

namespace StudySuite.Testing.Servers;

/// <summary>
/// Removes a container when this process is gone. Testcontainers leaves that to its Ryuk container, which is not
/// everywhere allowed or at hand (TESTCONTAINERS_RYUK_DISABLED); doing it twice does no harm.
/// </summary>
internal static class ContainerGuard
{
    public static void Watch(string containerId)
    {
        if (MachineBinaries.Find("docker") is not { } docker)
            return;

        const string untilTold = """trap '"$0" rm --force --volumes "$1"; exit' TERM; sleep infinity & wait""";
        var start = new ProcessStartInfo("bash", ["-c", untilTold, docker, containerId]);
        GuardedProcess.Start(start, "/dev/null", lastSignal: "TERM");
    }
}
