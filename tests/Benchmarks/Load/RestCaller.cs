using System.Net.Sockets;
using System.Text;

namespace StudySuite.Benchmarks.Load;

/// <summary>HTTP/1.1 over one kept connection.</summary>
internal sealed class RestCaller : ICaller
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[1 << 20];
    private readonly string host;

    private RestCaller(string host) => this.host = host;

    public static async Task<RestCaller> ConnectAsync(Uri address)
    {
        var caller = new RestCaller(address.Authority);
        await caller.socket.ConnectAsync(address.Host, address.Port);
        return caller;
    }

    public async Task CallAsync(string path, byte[]? body, string token)
    {
        var head = $"{(body is null ? "GET" : "POST")} {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
            + (body is null ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        var length = Encoding.ASCII.GetBytes(head, buffer);
        body?.CopyTo(buffer, length);
        await socket.SendAsync(buffer.AsMemory(0, length + (body?.Length ?? 0)));

        length = 0;
        do
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += read > 0 ? read : throw new InvalidOperationException($"{path}: the connection was closed");
        }
        while (!IsWhole(buffer.AsSpan(0, length)));

        if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"{path}: {Encoding.UTF8.GetString(buffer, 0, length)}");
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var number = head[(at + "Content-Length: ".Length)..];
        var stop = number.IndexOf((byte)'\r');
        return answer.Length >= end + 4 + int.Parse(stop < 0 ? number : number[..stop], System.Globalization.CultureInfo.InvariantCulture);
    }
}
