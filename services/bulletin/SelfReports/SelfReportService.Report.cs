using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.SelfReports;

internal sealed partial class SelfReportService
{
    public override async Task<V1.SelfReport> ConfirmSelfReport(ConfirmSelfReportRequest request, ServerCallContext context)
    {
        var half = Parse(request.Name);
        var report = await OpenAsync(half, request.Name, request.Etag, context);
        var figures = await Figures.ReadAsync(db, [half.Unit], half.Period, context.CancellationToken);
        List<int> values = [.. IndicatorDictionary.Annex.Select(indicator => figures.Of(half.Unit, indicator.Key))];
        if (request.SeenValues.Count > 0 && !request.SeenValues.SequenceEqual(values))
        {
            throw SelfReportErrors.FiguresChanged(request.Name);
        }

        report.Confirm(
            context.Caller().Person, [.. IndicatorDictionary.Annex.Select(indicator => indicator.Key)], values,
            clock.GetUtcNow());
        await SaveAsync(context);

        return await ReadAsync(half, context);
    }

    public override async Task<V1.SelfReport> ObjectToSelfReport(ObjectToSelfReportRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 1000);
        foreach (var (at, key) in request.Indicators.Index())
        {
            wrong.AddIf(IndicatorDictionary.Find(key) is null, $"indicators[{at}]", "INDICATOR_UNKNOWN", ("value", key));
        }

        wrong.ThrowIfAny();
        var half = Parse(request.Name);
        var report = await OpenAsync(half, request.Name, request.Etag, context);

        report.Object(context.Caller().Person, request.Reason, [.. request.Indicators.Distinct()], clock.GetUtcNow());
        await SaveAsync(context);

        return await ReadAsync(half, context);
    }

    public override async Task<V1.SelfReport> AnswerSelfReport(AnswerSelfReportRequest request, ServerCallContext context)
    {
        new Violations().Text("answer", request.Answer, 1000).ThrowIfAny();
        var half = Parse(request.Name);
        var report = await FindAsync(half, context) ?? throw SelfReportErrors.NotObjected(request.Name);
        report.RequireEtag(request.Etag);

        report.AnswerWith(request.Answer);
        await db.SaveChangesAsync(context.CancellationToken);

        return await ReadAsync(half, context);
    }

    private Task<SelfReport?> FindAsync(HalfYear half, ServerCallContext context) => db.SelfReports.SingleOrDefaultAsync(
        report => report.Unit == half.Unit && report.Year == half.Year && report.Half == half.Half,
        context.CancellationToken);

    private async Task<SelfReport> OpenAsync(HalfYear half, string name, string etag, ServerCallContext context)
    {
        if (clock.Today() <= half.Period.End)
        {
            throw SelfReportErrors.HalfNotOver(name);
        }

        var report = await FindAsync(half, context);
        if (report is not null)
        {
            report.RequireEtag(etag);
            return report;
        }

        return db.Add(new SelfReport(half.Unit, half.Year, half.Half)).Entity;
    }

    private async Task SaveAsync(ServerCallContext context)
    {
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("self_report"))
        {
            throw CommonErrors.LostRace();
        }
    }
}
