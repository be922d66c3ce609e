using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;
using RectificationNotice = StudySuite.Supervision.Rectification.RectificationNotice;

namespace StudySuite.Supervision.Papers;

internal sealed partial class PaperService
{
    /// <summary>A county has hundreds of notices; a workbook with more would help nobody.</summary>
    private const int MostExported = 5000;

    public override async Task<ListLedgerEntriesResponse> ListLedgerEntries(
        ListLedgerEntriesRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var notices = Issued(context);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            notices = notices.Where(n => n.Unit.CompareTo(after.Unit) > 0
                || (n.Unit == after.Unit && n.Id.CompareTo(after.Id) > 0));
        }

        var read = await notices.OrderBy(n => n.Unit).ThenBy(n => n.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, n => new PageKey(n.Unit, n.Id));

        return new ListLedgerEntriesResponse { LedgerEntries = { await EntriesAsync(rows, context) }, NextPageToken = next };
    }

    public override async Task<HttpBody> ExportLedger(ExportLedgerRequest request, ServerCallContext context)
    {
        if (!Enum.IsDefined(request.Form))
        {
            throw DomainError.Invalid("form", "ENUM_UNKNOWN", ("value", request.Form.ToString()));
        }

        var notices = await Issued(context).OrderBy(n => n.Unit).ThenBy(n => n.Id).Take(MostExported)
            .ToListAsync(context.CancellationToken);
        var entries = await EntriesAsync(notices, context);
        return Download.Send(context, request.Form is LedgerForm.Unspecified or LedgerForm.Xlsx
            ? LedgerPaper.Table(entries).ToDownload(LedgerPaper.Title)
            : LedgerPaper.Document(entries, clock.Today()).ToDownload(
                request.Form == LedgerForm.Page ? FileForm.Print : FileForm.Docx, LedgerPaper.Title));
    }

    private IQueryable<RectificationNotice> Issued(ServerCallContext context) =>
        db.Notices.AsNoTracking().VisibleTo(context.Call(), db).Where(n => n.State != NoticeState.Open);

    private async Task<List<LedgerEntry>> EntriesAsync(List<RectificationNotice> notices, ServerCallContext context)
    {
        var codes = notices.Select(n => n.Unit).Distinct().ToList();
        var names = await db.UnitViews.AsNoTracking().Where(unit => codes.Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Name, context.CancellationToken);
        var today = clock.Today();
        return
        [
            .. notices.SelectMany(notice => notice.Items.Select(item =>
                LedgerPaper.Entry(notice, item, names.GetValueOrDefault(notice.Unit, notice.Unit), today))),
        ];
    }

    private sealed record PageKey(string Unit, string Id);
}
