using System.IO.Pipelines;

namespace StudySuite.Gateway.Door;

/// <summary>
/// Asks for room for a whole piece before writing it. The gRPC-Web encoder gives none to one who writes as a stream
/// does, a bit at a time.
/// </summary>
internal sealed class WholeWrites(PipeWriter inner) : PipeWriter
{
    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        source.CopyTo(inner.GetMemory(source.Length));
        inner.Advance(source.Length);
        return inner.FlushAsync(cancellationToken);
    }

    public override void Advance(int bytes) => inner.Advance(bytes);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        inner.FlushAsync(cancellationToken);

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);
}
