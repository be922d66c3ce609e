using Google.Api;
using Google.Protobuf;
using Grpc.Core;

namespace StudySuite.Defaults.Plain;

/// <summary>A stream to write to whose bytes go out as messages of at most 64 KiB.</summary>
public sealed class BodyPieces(IServerStreamWriter<HttpBody> messages, string contentType) : WriteOnlyStream
{
    private const int MaxPiece = 65_536;

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

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write it asynchronously.");
}
