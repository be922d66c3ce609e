using Google.Api;
using Grpc.Core;
using StudySuite.Defaults.Plain;
using StudySuite.Documents;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MaterialPacks;

internal sealed partial class MaterialPackService
{
    public override async Task DownloadMaterialPack(
        DownloadMaterialPackRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        var session = await FindReleasedAsync(request.Name, context);

        await using var pieces = new BodyPieces(responseStream, ZipFile.ContentType);
        await WriteAsync(session, pieces, context);
    }

    /// <summary>The same over plain HTTP.</summary>
    public async Task SendAsync(DownloadMaterialPackRequest request, ServerCallContext context)
    {
        var session = await FindReleasedAsync(request.Name, context);
        var response = context.GetHttpContext().Response;

        FileAnswer.Describe(response, Download.SafeName($"学习资料汇编-{session.Topic}.zip"), ZipFile.ContentType);
        await WriteAsync(session, response.Body, context);
    }

    private async Task WriteAsync(StudySession session, Stream to, ServerCallContext context)
    {
        var entries = await PackContents.ReadAsync(db, session, context.CancellationToken);
        var unit = await db.UnitNameAsync(session.Unit, context.CancellationToken);

        var zip = new ZipFile(to, clock.GetUtcNow());
        await zip.AddAsync("00 目录.docx", ContentsPage.Write(session, unit, entries).ToDocx(), context.CancellationToken);
        foreach (var entry in entries.Where(entry => entry.File is not null))
        {
            var name = Download.SafeName(
                $"{entry.Number.ToString("00", System.Globalization.CultureInfo.InvariantCulture)} {entry.File!.FileName}");
            await using var bytes = await blobs.OpenAsync(entry.File.Sha256, cancellationToken: context.CancellationToken)
                ?? throw Materials.MaterialErrors.Damaged(entry.File.ResourceName);
            await zip.AddAsync(name, bytes, context.CancellationToken);
        }

        await zip.FinishAsync(context.CancellationToken);
    }
}
