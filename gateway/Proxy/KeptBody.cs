using System.Buffers;

namespace StudySuite.Gateway.Proxy;

/// <summary>
/// A request's body that keeps what was read of it while that is little, so that it can be read again from its
/// beginning. What is longer passes as if this were not there.
/// </summary>
internal sealed class KeptBody(Stream inner) : Stream
{
    /// <summary>Nearly every call but an upload.</summary>
    public const int Most = 64 * 1_024;

    private byte[]? kept;
    private int length;
    private int at;

    public bool CanRewind { get; private set; } = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Rewind() => at = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (at < length)
        {
            var again = Math.Min(buffer.Length, length - at);
            kept.AsSpan(at, again).CopyTo(buffer.Span);
            at += again;
            return again;
        }

        var read = await inner.ReadAsync(buffer, cancellationToken);
        Keep(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Nobody reads it any more.</summary>
    public void Forget()
    {
        CanRewind = false;
        if (kept is { } bytes)
        {
            (kept, length, at) = (null, 0, 0);
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private void Keep(ReadOnlySpan<byte> read)
    {
        if (!CanRewind || read.IsEmpty)
        {
            return;
        }

        if (length + read.Length > Most)
        {
            Forget();
            return;
        }

        Grow(length + read.Length);
        read.CopyTo(kept.AsSpan(length));
        at = length += read.Length;
    }

    private void Grow(int needed)
    {
        if (kept is { } bytes && bytes.Length >= needed)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 1_024));
        kept?.AsSpan(0, length).CopyTo(larger);
        if (kept is not null)
        {
            ArrayPool<byte>.Shared.Return(kept, clearArray: true);
        }

        kept = larger;
    }
}
