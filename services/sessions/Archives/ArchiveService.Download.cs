using System.Globalization;
using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Plain;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

internal sealed partial class ArchiveService
{
    public override async Task DownloadArchiveFile(
        DownloadArchiveFileRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        var file = await FindFileAsync(request.Name, context);
        await using var bytes = await OpenAsync(request.Name, file.Sha256, 0, context.CancellationToken);
        await using var pieces = new BodyPieces(responseStream, file.ContentType);
        await bytes.CopyToAsync(pieces, context.CancellationToken);
    }

    /// <summary>The same over plain HTTP, which knows ranges.</summary>
    public async Task SendAsync(DownloadArchiveFileRequest request, ServerCallContext context)
    {
        var file = await FindFileAsync(request.Name, context);
        await FileAnswer.SendAsync(
            context.GetHttpContext(), new FileAnswer(file.FileName, file.ContentType, file.Sha256, file.Length),
            from => OpenAsync(request.Name, file.Sha256, from, context.CancellationToken));
    }

    public override async Task DownloadArchivePackage(
        DownloadArchivePackageRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        var (session, package) = await PackageAsync(request.Name, context);
        await using var pieces = new BodyPieces(responseStream, ZipFile.ContentType);
        await WriteAsync(session, package, pieces, context);
    }

    /// <summary>The same over plain HTTP.</summary>
    public async Task SendAsync(DownloadArchivePackageRequest request, ServerCallContext context)
    {
        var (session, package) = await PackageAsync(request.Name, context);
        var response = context.GetHttpContext().Response;
        FileAnswer.Describe(response, Download.SafeName($"学习档案-{session.Topic}.zip"), ZipFile.ContentType);
        await WriteAsync(session, package, response.Body, context);
    }

    private async Task WriteAsync(StudySession session, ArchivePackage package, Stream to, ServerCallContext context) =>
        await package.WriteAsync(
            to, session.Topic, await db.UnitNameAsync(session.Unit, context.CancellationToken), clock.GetUtcNow(),
            context.CancellationToken);

    private async Task<(StudySession Session, ArchivePackage Package)> PackageAsync(string name, ServerCallContext context)
    {
        var session = SessionName.Parse(name, "archive");
        var archive = await FindAsync(session, context);
        var addenda = await AddendaAsync(session, context.CancellationToken);
        return (await db.FindSessionAsync(session, context),
            new ArchivePackage(blobs, archive, [.. addenda.Select(addendum => addendum.ToDocument())]));
    }

    private async Task<ArchivedFile> FindFileAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/sessions/{session}/archive/items/{number}/files/{file}", name);
        var session = new SessionName(parts[0], parts[1]);
        var archive = await FindAsync(session, context);
        var addenda = await AddendaAsync(session, context.CancellationToken);
        return archive.Items.Concat(addenda.Select(addendum => addendum.ToDocument()))
                .Where(item => Text(item.Number) == parts[2])
                .SelectMany(item => item.Files ?? []).SingleOrDefault(file => Text(file.Number) == parts[3])
            ?? throw ArchiveErrors.ItemNotFound(name);
    }

    private async Task<Stream> OpenAsync(string name, string sha256, long from, CancellationToken cancellationToken) =>
        await blobs.OpenAsync(sha256, from, cancellationToken) ?? throw ArchiveErrors.ItemDamaged(name, sha256);

    private async Task<SessionArchive> FindAsync(SessionName name, ServerCallContext context) =>
        await db.Archives.AsNoTracking().VisibleTo(context.Call(), db)
            .SingleOrDefaultAsync(a => a.Unit == name.Unit && a.Session == name.Id, context.CancellationToken)
        ?? throw ArchiveErrors.NotFound($"{name}/archive");

    private Task<List<ArchiveAddendum>> AddendaAsync(SessionName name, CancellationToken cancellationToken) =>
        db.Set<ArchiveAddendum>().AsNoTracking().Where(a => a.Unit == name.Unit && a.Session == name.Id)
            .OrderBy(a => a.Number).ToListAsync(cancellationToken);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
