using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace StudySuite.Benchmarks.Load;

/// <summary>gRPC over one HTTP/2 connection, without the library's machinery.</summary>
internal sealed class GrpcCaller(Uri address) : ICaller
{
    private static readonly MediaTypeHeaderValue Grpc = new("application/grpc");

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null,
    });

    /// <summary>The message as it travels: not compressed, its length, its bytes.</summary>
    public static byte[] Frame(IMessage message)
    {
        var frame = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        return frame;
    }

    public async Task CallAsync(string path, byte[]? body, string token)
    {
        using var content = new ByteArrayContent(body!);
        content.Headers.ContentType = Grpc;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = content,
        };
        request.Headers.TryAddWithoutValidation("authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("te", "trailers");

        using var answer = await http.SendAsync(request, CancellationToken.None);
        await answer.Content.CopyToAsync(Stream.Null);
        if (!answer.TrailingHeaders.TryGetValues("grpc-status", out var status)
            && !answer.Headers.TryGetValues("grpc-status", out status))
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode}, no grpc-status");
        }

        if (status.First() != "0")
        {
            throw new InvalidOperationException($"{path}: {answer} {answer.TrailingHeaders}");
        }
    }

    public void Dispose() => http.Dispose();
}
