using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace StudySuite.Defaults.Plain;

/// <summary>The body of a plain request as a stream of messages: the first says what it is, each next one brings bytes.</summary>
/// <param name="bytes">Makes a message of a piece of the body.</param>
public sealed class BodyReader<TRequest>(HttpContext http, TRequest first, Func<ReadOnlyMemory<byte>, TRequest> bytes)
    : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private readonly byte[] buffer = new byte[65536];
    private TRequest? current;

    public TRequest Current => current ?? throw new InvalidOperationException("MoveNext comes first.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (current is null)
        {
            current = first;
            return true;
        }

        var read = await http.Request.Body.ReadAsync(buffer, cancellationToken);
        if (read == 0)
        {
            return false;
        }

        current = bytes(buffer.AsMemory(0, read));
        return true;
    }
}
