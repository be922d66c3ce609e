using Google.Api;
using Google.Protobuf;
using Grpc.Core;

namespace StudySuite.Defaults.Plain;

/// <summary>A stream to write to whose bytes go out as messages of at most 64 KiB.</summary>
public sealed class BodyPieces(IServerStreamWriter<HttpBody> messages, string contentType) : Stream
{
    private const int MaxPiece = 65_536;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var at = 0; at < buffer.Length; at += MaxPiece)
        {
            var piece = buffer.Slice(at, Math.Min(MaxPiece, buffer.Length - at));
            await messages.WriteAsync(
                new HttpBody { ContentType = contentType, Data = ByteString.CopyFrom(piece.Span) }, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write it asynchronously.");
}
