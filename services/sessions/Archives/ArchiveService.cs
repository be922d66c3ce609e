using System.Globalization;
using System.Security.Cryptography;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Archives;

internal sealed partial class ArchiveService(
    SessionsDbContext db, RollBook rolls, ArchiveFolder folder,
    [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs, TimeProvider clock)
    : V1.ArchiveService.ArchiveServiceBase
{
    private const string ContentType = "application/json";

    public override async Task<Archive> GetArchive(GetArchiveRequest request, ServerCallContext context) =>
        await ReadAsync(SessionName.Parse(request.Name, "archive"), context);

    public override async Task<HttpBody> DownloadArchiveItem(DownloadArchiveItemRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/sessions/{session}/archive/items/{number}", request.Name);
        var archive = await ReadAsync(new SessionName(parts[0], parts[1]), context);
        var item = archive.Items.Concat(archive.Addenda).SingleOrDefault(one => one.Name == request.Name)
            ?? throw ArchiveErrors.ItemNotFound(request.Name);

        using var bytes = new MemoryStream();
        await using (var blob = await blobs.OpenAsync(item.Sha256, cancellationToken: context.CancellationToken)
            ?? throw ArchiveErrors.ItemDamaged(request.Name, item.Sha256))
        {
            await blob.CopyToAsync(bytes, context.CancellationToken);
        }

        // An archive is worth as much as the check that it is still the same.
        if (Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) != item.Sha256)
        {
            throw ArchiveErrors.ItemDamaged(request.Name, item.Sha256);
        }

        return new HttpBody { ContentType = ContentType, Data = ByteString.CopyFrom(bytes.ToArray()) };
    }

    private async Task<Archive> ReadAsync(SessionName name, ServerCallContext context)
    {
        var archive = await FindAsync(name, context);
        var addenda = await AddendaAsync(name, context.CancellationToken);

        return new Archive
        {
            Name = archive.ResourceName,
            ArchivedOn = archive.ArchivedOn.ToText(),
            ArchivedBy = archive.ArchivedBy,
            Retention = archive.Retention,
            Items = { archive.Items.Select(item => ToProto(archive.ResourceName, item)) },
            IndexSha256 = archive.IndexSha256,
            Addenda = { addenda.Select(addendum => ToProto(archive.ResourceName, addendum.ToDocument())) },
        };
    }

    private static ArchiveItem ToProto(string archive, ArchivedDocument item) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{archive}/items/{item.Number}"),
        Number = item.Number,
        Kind = item.Kind,
        Title = item.Title,
        Sha256 = item.Sha256,
        Length = item.Length,
        ContentType = ContentType,
        FiledOn = item.FiledOn.ToText(),
        Responsible = item.Responsible,
        DatedOn = item.DatedOn.ToText(),
        Pages = item.Pages,
        Files = { (item.Files ?? []).Select(file => ToProto($"{archive}/items/{Text(item.Number)}", file)) },
    };

    private static ArchiveFile ToProto(string item, ArchivedFile file) => new()
    {
        Name = $"{item}/files/{Text(file.Number)}",
        FileName = file.FileName,
        ContentType = file.ContentType,
        Sha256 = file.Sha256,
        Length = file.Length,
        Pages = file.Pages,
    };
}
