using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Monitoring;

/// <summary>Dashboards and alerts ask for what a running suite answers.</summary>
public sealed partial class MonitoringTests
{
    /// <summary>Made by Prometheus itself, and counters that a quiet suite has no reason to have counted.</summary>
    private static readonly string[] NotOnAQuietPage =
    [
        "up",
        MetricNames.OfCounter("studysuite.outbox.failures"),
        MetricNames.OfCounter("studysuite.inbox.duplicates"),
    ];

    [Theory]
    [InlineData("sum by (service) (rate(studysuite_outbox_failures_total[5m])) > 0.1", "studysuite_outbox_failures_total")]
    [InlineData("up{job=\"studysuite\"} == 0", "up")]
    [InlineData("dotnet_process_memory_working_set_bytes > 7e8", "dotnet_process_memory_working_set_bytes")]
    public void Expression_NamesItsMetrics(string expression, string expected) =>
        Assert.Equal([expected], MetricNames.In(expression));

    [Fact]
    public async Task Metrics_ThatDashboardsAndAlertsName_AreEmitted()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("studysuite-metrics-").FullName;
        var (http, metrics) = (FreePort.Next(), FreePort.Next());
        await using var suite = await ServiceProcess.StartAsync(new ServiceStart(
            Path.Combine(Repository.Root, "standalone", "bin", Configuration, "net10.0", "Standalone.dll"),
            new Uri($"http://127.0.0.1:{http}/health/ready"))
        {
            Environment = new Dictionary<string, string>
            {
                ["Listen__HttpPort"] = http.ToString(CultureInfo.InvariantCulture),
                ["Listen__GrpcPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
                ["Listen__MetricsPort"] = metrics.ToString(CultureInfo.InvariantCulture),
                ["Database__Folder"] = folder,
            },
            // Six databases are made first, which a machine with other work takes minutes for.
            Deadline = TimeSpan.FromMinutes(5),
        });
        using var client = new HttpClient();
        var asked = Alerts().Concat(Panels()).SelectMany(MetricNames.In).Except(NotOnAQuietPage).ToHashSet();
        var missing = asked;

        var late = await Record.ExceptionAsync(() => Wait.UntilAsync(
            async () =>
            {
                await client.GetAsync($"http://127.0.0.1:{http}/planning/v1/units/nobody/plans/2023");
                missing = [.. asked.Except(MetricNames.On(await client.GetStringAsync($"http://127.0.0.1:{metrics}/metrics")))];
                return missing.Count == 0;
            },
            "all metrics to be emitted"));

        Assert.True(late is null, $"Not emitted: {string.Join(", ", missing)} {late}");

        Assert.True(asked.Count > 10, $"only {asked.Count} metrics are asked for");
        // Metrics are for whoever reaches their port, and that port is for nothing else.
        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetAsync($"http://127.0.0.1:{metrics}/health/ready")).StatusCode);
        var elsewhere = await (await client.GetAsync($"http://127.0.0.1:{http}/metrics")).Content.ReadAsStringAsync();
        Assert.Empty(MetricNames.On(elsewhere).Intersect(asked));
        await suite.StopAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void EveryAlert_HasAWayOutInTheHandbook()
    {
        var names = AlertName().Matches(Repository.Read("deploy/monitoring/alerts.yml"))
            .Select(match => match.Groups[1].Value).ToList();
        var handbook = Repository.Read("docs/operations/monitoring.md");

        Assert.True(names.Count >= 8);
        Assert.All(names, name => Assert.Contains($"`{name}`", handbook, StringComparison.Ordinal));
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    private static IEnumerable<string> Alerts() => AlertExpression()
        .Matches(Repository.Read("deploy/monitoring/alerts.yml"))
        .Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Panels()
    {
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(Repository.Root,
            "deploy/monitoring/dashboards"), "*.json"))
        {
            using var dashboard = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var target in dashboard.RootElement.GetProperty("panels").EnumerateArray()
                         .SelectMany(panel => panel.GetProperty("targets").EnumerateArray()))
            {
                yield return target.GetProperty("expr").GetString()!;
            }
        }
    }

    [GeneratedRegex(@"^ +- alert: (\w+)", RegexOptions.Multiline)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"expr: (?:>-\s+)?((?:.|\n)*?)\n +for:")]
    private static partial Regex AlertExpression();
}
