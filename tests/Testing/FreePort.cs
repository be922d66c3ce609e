using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace StudySuite.Testing;

/// <summary>Free TCP ports on the loopback address.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port never given before in this process. Whoever asks must bind it soon.</summary>
    public static int Next()
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            // Below the ports that Linux hands to outgoing connections (32768 up), which could take ours meanwhile.
            var port = Random.Shared.Next(20000, 30000);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }

        throw new InvalidOperationException("No free port between 20000 and 30000.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
