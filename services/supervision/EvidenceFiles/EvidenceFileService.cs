using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.ObservationFiles;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;
using RectificationNotice = StudySuite.Supervision.Rectification.RectificationNotice;

namespace StudySuite.Supervision.EvidenceFiles;

internal sealed partial class EvidenceFileService(
    SupervisionDbContext db, FileShelf shelf, RequestOnce<SupervisionDbContext> once)
    : V1.EvidenceFileService.EvidenceFileServiceBase
{
    public override async Task<V1.EvidenceFile> GetEvidenceFile(GetEvidenceFileRequest request, ServerCallContext context) =>
        ToProto(await FindAsync(request.Name, context));

    public override async Task<ListEvidenceFilesResponse> ListEvidenceFiles(
        ListEvidenceFilesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var notice = await db.FindNoticeAsync(request.Parent, context, "parent");
        var files = db.EvidenceFiles.Where(file => file.Unit == notice.Unit && file.Notice == notice.Id).AsNoTracking();
        if (Paging.After<string>(request.PageToken) is { } after)
        {
            files = files.Where(file => file.Id.CompareTo(after) > 0);
        }

        var read = await files.OrderBy(file => file.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, file => file.Id);

        return new ListEvidenceFilesResponse { Files = { rows.Select(ToProto) }, NextPageToken = next };
    }

    private async Task<EvidenceFile> FindAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/rectificationNotices/{notice}/files/{file}", name);
        var notice = await db.FindNoticeAsync($"units/{parts[0]}/rectificationNotices/{parts[1]}", context);
        return await db.EvidenceFiles.SingleOrDefaultAsync(
            file => file.Unit == notice.Unit && file.Notice == notice.Id && file.Id == parts[2], context.CancellationToken)
            ?? throw EvidenceFileErrors.NotFound(name);
    }

    /// <summary>Held until the transaction ends: the report and other changes of its files wait.</summary>
    private async Task<RectificationNotice> FindOpenAsync(string name, ServerCallContext context)
    {
        await db.HoldNoticeAsync(name, context.CancellationToken);
        var notice = await db.FindNoticeAsync(name, context, "parent");
        return notice.AwaitsReport() ? notice : throw NoticeErrors.NotAwaitingReport(notice);
    }

    private static V1.EvidenceFile ToProto(EvidenceFile file) => new()
    {
        Name = file.ResourceName,
        Item = file.Item,
        Round = file.Round,
        Title = file.Title,
        FileName = file.FileName,
        ContentType = file.ContentType,
        Length = file.Length,
        Sha256 = file.Sha256,
        Pages = file.Pages,
        UploadedBy = $"people/{file.UploadedBy}",
        CreateTime = file.CreatedAt.ToTimestamp(),
    };
}
