using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Supervision.Rectification;
using StudySuite.Supervision.V1;
using RectificationNotice = StudySuite.Supervision.Rectification.RectificationNotice;

namespace StudySuite.Supervision.Papers;

internal sealed partial class PaperService(SupervisionDbContext db, TimeProvider clock) : V1.PaperService.PaperServiceBase
{
    public override async Task<HttpBody> PrintRectificationNotice(
        PrintRectificationNoticeRequest request, ServerCallContext context)
    {
        var notice = await FindIssuedAsync(request.Name, context);
        var document = NoticePaper.Of(
            notice, await NameAsync(notice.Unit, context), await NameAsync(notice.Organiser, context));
        return Send(context, document, request.Form, $"整改通知书 {notice.Number}");
    }

    public override async Task<HttpBody> PrintRectificationReport(
        PrintRectificationReportRequest request, ServerCallContext context)
    {
        var notice = await FindIssuedAsync(request.Name, context);
        if (notice.Report.ReportedBy.Length == 0)
        {
            throw NoticeErrors.ReportNotDrafted(notice);
        }

        var document = ReportPaper.Of(
            notice, await NameAsync(notice.Unit, context), await NameAsync(notice.Organiser, context), clock.Today());
        return Send(context, document, request.Form, $"整改情况报告 {notice.Number}");
    }

    public override async Task<HttpBody> PrintLookBack(PrintLookBackRequest request, ServerCallContext context)
    {
        var notice = await FindIssuedAsync(request.Name, context);
        var record = request.LookBack > 0
            ? notice.LookBacks.ElementAtOrDefault(request.LookBack - 1)
            : notice.LookBacks.LastOrDefault();
        var document = LookBackPaper.Of(notice, record, await NameAsync(notice.Unit, context));
        return Send(context, document, request.Form, $"回头看记录 {notice.Number}");
    }

    private async Task<RectificationNotice> FindIssuedAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/rectificationNotices/{notice}", name)[1];
        var own = context.Caller().OwnUnits();
        var notice = await db.Notices.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(n => n.State != NoticeState.Open || !own.Contains(n.Unit))
            .SingleOrDefaultAsync(n => n.Id == id, context.CancellationToken) ?? throw NoticeErrors.NotFound(name);
        return notice.State == NoticeState.Open ? throw NoticeErrors.NotIssued(notice) : notice;
    }

    private async Task<string> NameAsync(string unit, ServerCallContext context) => await db.UnitViews
        .Where(view => view.Code == unit).Select(view => view.Name).SingleOrDefaultAsync(context.CancellationToken) ?? unit;

    private static HttpBody Send(ServerCallContext context, Document document, PrintForm form, string name) => Download.Send(
        context, document.ToDownload(form == PrintForm.Page ? FileForm.Print : FileForm.Docx, name));
}
