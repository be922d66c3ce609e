using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StudySuite.Bulletin.Indicators;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Statistics;

internal sealed partial class StatisticsService
{
    private const string AnnualReportPattern = "units/{unit}/annualReports/{year}";

    public override async Task<V1.AnnualReport> GetAnnualReport(GetAnnualReportRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse(AnnualReportPattern, request.Name);
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100)
        {
            throw CommonErrors.NameInvalid("name", request.Name, AnnualReportPattern);
        }

        var period = Period.Year(year);
        var unit = (await UnitsAsync(parts[0], subtree: false, period.Start, context)).Single();
        var figures = await Figures.ReadAsync(db, [unit.Code], period, context.CancellationToken);
        var names = await IndicatorNames.LoadAsync(db, context.CancellationToken);

        return new V1.AnnualReport
        {
            Name = request.Name,
            Year = year,
            UnitName = unit.Name,
            Indicators = { IndicatorDictionary.AnnualReport.Select(indicator => new AnnualFigure
            {
                Key = indicator.Key, ZhName = names.Of(indicator), Value = figures.Of(unit.Code, indicator.Key),
            }) },
            ReadTime = clock.GetUtcNow().ToTimestamp(),
        };
    }
}
