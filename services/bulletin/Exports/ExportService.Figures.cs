using System.Globalization;
using Google.Api;
using Grpc.Core;
using StudySuite.Bulletin.Charts;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;

namespace StudySuite.Bulletin.Exports;

internal sealed partial class ExportService
{
    public override async Task<HttpBody> DownloadStatistics(DownloadStatisticsRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}/statistics", request.Name)[0];
        var wrong = new Violations();
        var period = Period.Parse(request.StartDate, request.EndDate, wrong);
        wrong.ThrowIfAny();

        var units = await db.LoadAllowedAsync(unit, request.Subtree, period.Start, context);
        var figures = await FigureTable.ReadAsync(
            db, units, period, IndicatorDictionary.Annex, context.CancellationToken, withPrevious: true);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{units[0].Name}统计表 {period.Start:yyyyMMdd}-{period.End:yyyyMMdd}");

        return Download.Send(context, request.Format == FileFormat.Xlsx
            ? FiguresPaper.TableOf(figures).ToDownload(name)
            : FiguresPaper.DocumentOf(figures, units[0].Name).ToDownload(FormOf(request.Format), name));
    }

    public override async Task<HttpBody> DownloadAnnualReport(DownloadAnnualReportRequest request, ServerCallContext context)
    {
        var report = await new Statistics.StatisticsService(db, clock).GetAnnualReport(
            new GetAnnualReportRequest { Name = request.Name }, context);
        var name = $"{report.UnitName}{report.Year}年度报告";
        if (request.Format == FileFormat.Xlsx)
        {
            return Download.Send(context, FiguresPaper.TableOf(report).ToDownload(name));
        }

        var unit = ResourceName.Parse("units/{unit}/annualReports/{year}", request.Name)[0];
        var charts = await FigureCharts.ReadAsync(db, [unit], Period.Year(report.Year), context.CancellationToken);
        var shown = charts.Where(one => one.Key is "trend" or "seven_haves").Select(one => one.Chart);

        return Download.Send(context, FiguresPaper.DocumentOf(report, shown).ToDownload(FormOf(request.Format), name));
    }
}
