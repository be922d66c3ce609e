using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Plain;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.EvidenceFiles;

internal sealed partial class EvidenceFileService
{
    public override async Task DownloadEvidenceFile(
        DownloadEvidenceFileRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        var file = await FindAsync(request.Name, context);
        new Violations().Range("offset", request.Offset, 0, file.Length).ThrowIfAny();

        await using var bytes = await OpenAsync(file, request.Offset, context);
        await using var pieces = new BodyPieces(responseStream, file.ContentType);
        await bytes.CopyToAsync(pieces, context.CancellationToken);
    }

    /// <summary>The same over plain HTTP, which knows ranges.</summary>
    public async Task SendAsync(DownloadEvidenceFileRequest request, ServerCallContext context)
    {
        var file = await FindAsync(request.Name, context);

        await FileAnswer.SendAsync(
            context.GetHttpContext(), new FileAnswer(file.FileName, file.ContentType, file.Sha256, file.Length),
            from => OpenAsync(file, from, context));
    }

    private async Task<Stream> OpenAsync(EvidenceFile file, long from, ServerCallContext context) =>
        await shelf.OpenAsync(file.Sha256, from, context.CancellationToken) ?? throw FileErrors.Damaged(file.ResourceName);
}
