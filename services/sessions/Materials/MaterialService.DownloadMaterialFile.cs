using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Plain;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

internal sealed partial class MaterialService
{
    public override async Task DownloadMaterialFile(
        DownloadMaterialFileRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        var file = await FindAsync(request.Name, context);
        new Violations().Range("offset", request.Offset, 0, file.Length).ThrowIfAny();

        await using var bytes = await blobs.OpenAsync(file.Sha256, request.Offset, context.CancellationToken)
            ?? throw MaterialErrors.Damaged(request.Name);
        await using var pieces = new BodyPieces(responseStream, file.ContentType);
        await bytes.CopyToAsync(pieces, context.CancellationToken);
    }

    /// <summary>The same over plain HTTP, which knows ranges.</summary>
    public async Task SendAsync(DownloadMaterialFileRequest request, ServerCallContext context)
    {
        var file = await FindAsync(request.Name, context);

        await FileAnswer.SendAsync(
            context.GetHttpContext(), new FileAnswer(file.FileName, file.ContentType, file.Sha256, file.Length),
            async from => await blobs.OpenAsync(file.Sha256, from, context.CancellationToken)
                ?? throw MaterialErrors.Damaged(request.Name));
    }
}
