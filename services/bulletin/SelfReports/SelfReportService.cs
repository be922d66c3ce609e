using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Bulletin.SelfReports;

internal sealed partial class SelfReportService(BulletinDbContext db, TimeProvider clock)
    : V1.SelfReportService.SelfReportServiceBase
{
    private const string Pattern = "units/{unit}/selfReports/{period}";

    public override async Task<V1.SelfReport> GetSelfReport(GetSelfReportRequest request, ServerCallContext context) =>
        await ReadAsync(Parse(request.Name), context);

    public override async Task<ListSelfReportsResponse> ListSelfReports(
        ListSelfReportsRequest request, ServerCallContext context)
    {
        var root = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var size = Paging.Size(request.PageSize);
        var half = Parse($"{request.Parent}/selfReports/{request.Period}", "period");
        var from = Paging.After<PageKey>(request.PageToken)?.Position ?? 0;

        var units = await db.LoadAllowedAsync(root, subtree: true, half.Period.Start, context);
        var page = units.Skip(from).Take(size).ToList();
        string[] codes = [.. page.Select(unit => unit.Code)];
        var reports = await db.SelfReports.AsNoTracking()
            .Where(report => report.Year == half.Year && report.Half == half.Half && codes.Contains(report.Unit))
            .ToDictionaryAsync(report => report.Unit, context.CancellationToken);
        var reading = await ReadingAsync(codes, half, context);
        var (_, next) = Paging.Cut(units.Skip(from).Take(size + 1).ToList(), size, _ => new PageKey(from + size));

        return new ListSelfReportsResponse
        {
            SelfReports = { page.Select(unit => ToProto(unit, half, reports.GetValueOrDefault(unit.Code), reading)) },
            NextPageToken = next,
        };
    }

    private async Task<V1.SelfReport> ReadAsync(HalfYear half, ServerCallContext context)
    {
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == half.Unit, context.CancellationToken);
        var report = await db.SelfReports.AsNoTracking().SingleOrDefaultAsync(
            one => one.Unit == half.Unit && one.Year == half.Year && one.Half == half.Half, context.CancellationToken);
        return ToProto(unit, half, report, await ReadingAsync([half.Unit], half, context));
    }

    private async Task<Reading> ReadingAsync(string[] units, HalfYear half, ServerCallContext context) => new(
        await Figures.ReadAsync(db, units, half.Period, context.CancellationToken),
        await IndicatorNames.LoadAsync(db, context.CancellationToken),
        await Rules.LoadAsync(db, clock.Today(), context.CancellationToken));

    private V1.SelfReport ToProto(UnitView unit, HalfYear half, SelfReport? report, Reading reading)
    {
        var isConfirmed = report?.State == SelfReportState.Confirmed;
        var dueOn = half.DueOn(reading.Rules);
        return new V1.SelfReport
        {
            Name = $"units/{unit.Code}/selfReports/{half.Year}-{half.Half}",
            UnitName = unit.Name,
            Year = half.Year,
            Half = half.Half,
            State = report is null ? V1.SelfReportState.NotReported : (V1.SelfReportState)report.State,
            Figures = { (isConfirmed ? report!.Indicators : [.. IndicatorDictionary.Annex.Select(i => i.Key)]).Select((key, at) =>
                new AnnualFigure
                {
                    Key = key,
                    ZhName = IndicatorDictionary.Find(key) is { } indicator ? reading.Names.Of(indicator) : key,
                    Value = isConfirmed ? report!.Values[at] : reading.Figures.Of(unit.Code, key),
                }) },
            Objection = report?.Objection ?? "",
            DisputedIndicators = { report?.Disputed ?? [] },
            Answer = report?.Answer ?? "",
            Person = report is null ? "" : $"people/{report.Person}",
            ReportTime = report?.ReportedAt.ToTimestamp(),
            DueOn = dueOn.ToText(),
            IsOverdue = report is null && clock.Today() > dueOn,
            Etag = report?.Etag ?? "",
        };
    }

    private static HalfYear Parse(string name, string field = "name")
    {
        var parts = ResourceName.Parse(Pattern, name, field);
        return parts[1] is [_, _, _, _, '-', '1' or '2']
            && int.TryParse(parts[1].AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 2000 and <= 2100
                ? new HalfYear(parts[0], year, parts[1][5] - '0')
                : throw CommonErrors.NameInvalid(field, name, "units/{unit}/selfReports/2023-1");
    }

    private sealed record Reading(Figures Figures, IndicatorNames Names, Rules Rules);

    private sealed record PageKey(int Position);
}
