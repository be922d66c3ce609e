using System.Net;
using System.Net.Sockets;

namespace StudySuite.Gateway.Tests;

internal static class Ports
{
    // Below the range from which systems take the ports of outgoing connections, which could otherwise slip in
    // between looking and listening.
    private static int last = 12_000 + (Environment.ProcessId * 37 % 15_000);

    public static int Free()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken by someone; the next one.
            }
        }
    }
}
