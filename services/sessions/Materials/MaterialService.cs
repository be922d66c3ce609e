using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Files;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.Rolls;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

internal sealed partial class MaterialService(
    SessionsDbContext db, RollBook rolls, Incoming incoming, [FromKeyedServices(SessionsModule.Shelf)] IBlobs blobs,
    ArchiveFolder folder, RequestOnce<SessionsDbContext> once, TimeProvider clock) : V1.MaterialService.MaterialServiceBase
{
    public override async Task<V1.MaterialFile> GetMaterialFile(GetMaterialFileRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListMaterialFilesResponse> ListMaterialFiles(
        ListMaterialFilesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var name = SessionName.Parse(request.Parent, field: "parent");
        var call = context.Call();
        var session = await db.FindSessionAsync(name, context);
        var (materials, records) = (call.SeesMaterials(session), call.SeesRecords());
        var (staff, me) = (call.IsStaff(call.UnitPath!), $"people/{context.Caller().Person}");
        var files = db.MaterialFiles.AsNoTracking().VisibleTo(call, db).Where(file => file.Session == name.Id
            && (file.Part == ArchiveItemKind.Materials ? materials
                : file.Part == ArchiveItemKind.LeaveAndMakeUp ? staff || file.UploadedBy == me : records));
        if (Paging.After<string>(request.PageToken) is { } after)
        {
            files = files.Where(file => file.Id.CompareTo(after) > 0);
        }

        var read = await files.OrderBy(file => file.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, file => file.Id);

        return new ListMaterialFilesResponse { Files = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<MaterialFile> FindAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/sessions/{session}/files/{file}", name);
        var session = await db.FindSessionAsync(new SessionName(parts[0], parts[1]), context);
        var file = await db.MaterialFiles.VisibleTo(context.Call(), db).SingleOrDefaultAsync(
            f => f.Unit == session.Unit && f.Session == session.Id && f.Id == parts[2], context.CancellationToken);
        if (file is null || !context.Call().SeesFile(file))
        {
            throw MaterialErrors.NotFound(name);
        }

        return file.Part != ArchiveItemKind.Materials || context.Call().SeesMaterials(session)
            ? file
            : throw MaterialErrors.NotReleased(session);
    }

    internal static V1.MaterialFile ToProto(MaterialFile file) => new()
    {
        Name = file.ResourceName,
        Title = file.Title,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Length = file.Length,
        Sha256 = file.Sha256,
        Pages = file.Pages,
        Part = file.Part,
        UploadedBy = file.UploadedBy,
        CreateTime = file.CreatedAt.ToTimestamp(),
    };
}
