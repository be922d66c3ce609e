using System.Net;

namespace StudySuite.Suite.Tests;

/// <summary>
/// A body of letters that is made as it is sent, and counted. It may stop halfway until it is let go on, and then be cut
/// off by whoever takes it.
/// </summary>
internal sealed class LongBody(long length, bool isAnnounced = true, long stopsAt = long.MaxValue) : HttpContent
{
    private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long given;

    public long Given => Interlocked.Read(ref given);

    public void GoOn() => goOn.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Letters, so that it is plain text by its content.
        var piece = new byte[1 << 16];
        Array.Fill(piece, (byte)'a');
        while (Given < length)
        {
            if (Given >= stopsAt)
            {
                await stream.FlushAsync(cancellationToken);
                await goOn.Task.WaitAsync(cancellationToken);
            }

            var some = (int)Math.Min(piece.Length, length - Given);
            await stream.WriteAsync(piece.AsMemory(0, some), cancellationToken);
            Interlocked.Add(ref given, some);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = isAnnounced ? length : 0;
        return isAnnounced;
    }
}
