using StudySuite.Bulletin.V1;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;

namespace StudySuite.Demo.Flows;

/// <summary>What the year amounts to, against what the county published.</summary>
internal sealed class AnnualReportCheck(Cast cast, Year year)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Waits until what was entered has reached the statistics.</summary>
    /// <param name="except">Figures that later steps bring.</param>
    /// <returns>The figures that differ when patience ends; none when all is well.</returns>
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken cancellationToken, params string[] except)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var report = await ReadAsync();
            var got = report.Indicators.ToDictionary(figure => figure.Key, figure => figure.Value);
            var differences = year.Figures
                .Where(figure => !except.Contains(figure.Key) && got.GetValueOrDefault(figure.Key, -1) != figure.Value)
                .Select(figure => $"{figure.Key}: {got.GetValueOrDefault(figure.Key, -1)} != {figure.Value}")
                .ToList();
            if (differences.Count == 0 || TimeProvider.System.GetElapsedTime(since) > Patience)
            {
                return differences;
            }

            await Task.Delay(200, cancellationToken);
        }
    }

    public async Task<AnnualReport> ReadAsync() =>
        await new StatisticsService.StatisticsServiceClient(cast["publicity"].Calls).GetAnnualReportAsync(
            new GetAnnualReportRequest { Name = $"{Units.County.ResourceName}/annualReports/2023" });
}
