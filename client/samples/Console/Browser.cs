using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using StudySuite.Client;

namespace StudySuite.ConsoleSample;

/// <summary>Opens the system's browser and waits on a loopback port for it to come back.</summary>
internal static class Browser
{
    public static async Task<RefreshingTokens> SignInAsync(Uri gateway, Action<string> kept,
        CancellationToken cancellationToken)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var redirect = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/callback");
        var signIn = new BrowserSignIn(gateway, "mobile", redirect);
        Console.WriteLine($"请在浏览器中登录 / please sign in: {signIn.Page}");
        Open(signIn.Page);
        while (true)
        {
            using var visitor = await listener.AcceptTcpClientAsync(cancellationToken);
            if (await AnswerAsync(visitor, cancellationToken) is { } path
                && path.StartsWith("/callback", StringComparison.Ordinal))
            {
                return await signIn.FinishAsync(new Uri(redirect, path), kept, cancellationToken);
            }
        }
    }

    private static async Task<string?> AnswerAsync(TcpClient visitor, CancellationToken cancellationToken)
    {
        await using var stream = visitor.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = (await reader.ReadLineAsync(cancellationToken))?.Split(' ');
        await stream.WriteAsync(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n登录完成，可以关闭此页 / signed in"u8.ToArray(),
            cancellationToken);
        return line is ["GET", var path, ..] ? path : null;
    }

    private static void Open(Uri page)
    {
        try
        {
            using var _ = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            // No browser here: the address on the screen can be opened elsewhere on this machine.
        }
    }
}
