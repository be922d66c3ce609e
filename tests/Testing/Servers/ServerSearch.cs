using Docker.DotNet;
using DotNet.Testcontainers.Builders;

namespace StudySuite.Testing.Servers;

/// <summary>This machine does not offer one way of getting a server; the message says what is missing.</summary>
internal sealed class NotHereException(string message) : Exception(message);

/// <summary>Docker first, then the machine's own programs, else a failure: a test never skips itself silently.</summary>
internal static class ServerSearch
{
    /// <summary>For a server to start. Long, because it only has to tell slow from stuck on a machine under load.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    // Once is enough: Testcontainers tries for up to 10 s before it gives up.
    private static string? noDocker;

    /// <exception cref="InvalidOperationException">Neither way is open; the message says what to do.</exception>
    public static async Task<T> FirstAsync<T>(string server, string variable, Func<Task<T>> container, Func<Task<T>> program)
    {
        try
        {
            if (noDocker is null)
                return await container();
        }
        catch (Exception e) when (e is DockerUnavailableException or DockerApiException)
        {
            // No engine, or an engine that cannot get the images (no registry in reach).
            noDocker = e.Message.Split('\n')[0].Trim();
        }

        try
        {
            return await program();
        }
        catch (NotHereException e)
        {
            throw new InvalidOperationException(
                $"This test needs {server}. Run ./test.sh, which makes the machine ready, or set {variable}. "
                + $"Docker: {noDocker} Programs: {e.Message}");
        }
    }
}
