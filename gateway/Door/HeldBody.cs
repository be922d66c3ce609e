using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using StudySuite.Defaults.Plain;

namespace StudySuite.Gateway.Door;

/// <summary>An answer's body that lets everything pass but the JSON of refusals, which it keeps.</summary>
internal sealed class HeldBody(HttpResponse response, IHttpResponseBodyFeature inner) : WriteOnlyStream, IHttpResponseBodyFeature
{
    private readonly MemoryStream kept = new();
    private PipeWriter? writer;

    public bool Holds => response.StatusCode >= 400
        && response.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    public Stream Stream => this;

    public PipeWriter Writer => writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));

    private Stream Target => Holds ? kept : inner.Stream;

    /// <summary>What was kept, once all has been written.</summary>
    public async Task<ReadOnlyMemory<byte>> FinishAsync()
    {
        await FinishWriterAsync();
        return kept.ToArray();
    }

    public Task StartAsync(CancellationToken cancellationToken = default) =>
        Holds ? Task.CompletedTask : inner.StartAsync(cancellationToken);

    public async Task CompleteAsync()
    {
        await FinishWriterAsync();
        if (!Holds)
        {
            await inner.CompleteAsync();
        }
    }

    public void DisableBuffering() => inner.DisableBuffering();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        inner.SendFileAsync(path, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        Target.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Target.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Flush() => Target.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => Target.FlushAsync(cancellationToken);

    private async Task FinishWriterAsync()
    {
        if (writer is not null)
        {
            await writer.CompleteAsync();
        }
    }
}
