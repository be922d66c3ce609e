using Grpc.Core;

namespace StudySuite.Defaults.Plain;

/// <summary>The bytes of a stream of messages as one stream to read from.</summary>
/// <param name="first">The message that was read already; its bytes come first.</param>
public sealed class StreamedBytes<TRequest>(
    TRequest first, IAsyncStreamReader<TRequest> rest, Func<TRequest, ReadOnlyMemory<byte>> bytes) : Stream
{
    private ReadOnlyMemory<byte> left = bytes(first);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (left.IsEmpty)
        {
            if (!await rest.MoveNext(cancellationToken))
            {
                return 0;
            }

            left = bytes(rest.Current);
        }

        var taken = Math.Min(buffer.Length, left.Length);
        left[..taken].CopyTo(buffer);
        left = left[taken..];
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
