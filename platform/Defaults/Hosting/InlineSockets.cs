using System.Reflection;

namespace StudySuite.Defaults.Hosting;

/// <summary>
/// Has the thread that hears of a socket's bytes also do the work that waits for them, instead of waking another one:
/// on few processors that hand-over cost a third of a mark. For programs whose code never blocks between two waits
/// (the analyzers ban it) and whose long calls step aside (<see cref="LongWork"/>); not for directory, which hashes
/// passwords on the way. Whoever runs a program can say otherwise by the runtime's own variable.
/// </summary>
public static class InlineSockets
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>
    /// To be called by a program before anything opens a socket: the runtime asks once. Does nothing when the process is
    /// another program's, such as that of tests, which block as they please.
    /// </summary>
    /// <param name="program">The program's own assembly.</param>
    public static void Use(Assembly program)
    {
        if (Assembly.GetEntryAssembly() == program && Environment.GetEnvironmentVariable(Variable) is null)
        {
            Environment.SetEnvironmentVariable(Variable, "1");
        }
    }
}
