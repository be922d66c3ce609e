using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Received;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.Templates;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using BulletinTemplate = StudySuite.Bulletin.Templates.BulletinTemplate;

namespace StudySuite.Bulletin.Exports;

internal sealed partial class ExportService(BulletinDbContext db, TimeProvider clock)
    : V1.ExportService.ExportServiceBase
{
    public override async Task<HttpBody> DownloadBulletin(DownloadBulletinRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/bulletins/{bulletin}", request.Name)[1];
        var bulletin = await db.Bulletins.AsNoTracking().VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw BulletinErrors.NotFound(request.Name);
        return await SendAsync(bulletin, request.Format, context);
    }

    public override async Task<HttpBody> DownloadReceivedBulletin(
        DownloadReceivedBulletinRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/receivedBulletins/{received_bulletin}", request.Name)[1];
        var copy = await db.Copies.AsNoTracking().VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw ReceivedBulletinErrors.NotFound(request.Name);
        var bulletin = await db.Bulletins.AsNoTracking().SingleAsync(
            one => one.Unit == copy.Issuer && one.Id == copy.Bulletin, context.CancellationToken);
        return await SendAsync(bulletin, request.Format, context);
    }

    private async Task<HttpBody> SendAsync(StudyBulletin bulletin, FileFormat format, ServerCallContext context)
    {
        var frozen = await db.Annexes.AsNoTracking().SingleOrDefaultAsync(
            annex => annex.Unit == bulletin.Unit && annex.Bulletin == bulletin.Id, context.CancellationToken);
        var table = frozen?.Table ?? await FigureTable.ReadAsync(
            db, await db.LoadUnitsAsync(bulletin.Unit, true, bulletin.StartDate, context.CancellationToken),
            bulletin.Period, IndicatorDictionary.Annex, context.CancellationToken, withPrevious: true);
        var name = BulletinPaper.FileName(bulletin);
        if (format == FileFormat.Xlsx)
        {
            return Download.Send(context, FiguresPaper.TableOf(table).ToDownload(name));
        }

        var template = await db.BulletinTemplates.FindAsync([bulletin.Unit], context.CancellationToken)
            ?? new BulletinTemplate { Unit = bulletin.Unit };
        string[] codes = [bulletin.Unit, .. bulletin.Draft.Text.GoodPractices.Select(practice => practice.Unit)];
        var names = await db.UnitViews.AsNoTracking().Where(unit => codes.Contains(unit.Code))
            .ToDictionaryAsync(unit => unit.Code, unit => unit.Name, context.CancellationToken);
        var paper = BulletinPaper.Of(bulletin, table, template, names[bulletin.Unit], names, clock.Today());
        return Download.Send(context, paper.ToDownload(FormOf(format), name));
    }

    private static FileForm FormOf(FileFormat format) => format == FileFormat.Print ? FileForm.Print : FileForm.Docx;
}
