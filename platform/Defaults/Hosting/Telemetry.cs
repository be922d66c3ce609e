using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace StudySuite.Defaults.Hosting;

internal static class Telemetry
{
    /// <summary>
    /// Traces, metrics and logs go to the collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names; metrics can be fetched
    /// at <c>Listen:MetricsPort</c>. Neither is on by itself.
    /// </summary>
    public static void AddSuiteTelemetry(this WebApplicationBuilder builder)
    {
        var port = builder.Configuration.GetValue<int>("Listen:MetricsPort");
        var sends = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (!sends && port == 0)
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName.ToLowerInvariant(), "studysuite"))
            .WithMetrics(metrics => Measure(metrics, port));
        if (port > 0)
        {
            builder.Services.AddSingleton<IStartupFilter>(new MetricsPort(port));
        }

        if (sends)
        {
            builder.Logging.AddOpenTelemetry(logs => logs.IncludeScopes = true);
            telemetry.WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddSource("StudySuite.*"))
                .UseOtlpExporter();
        }
    }

    private static void Measure(MeterProviderBuilder metrics, int port)
    {
        metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("StudySuite.*");
        if (port > 0)
        {
            metrics.AddPrometheusExporter();
        }
    }

    /// <summary>Before everything else in the pipeline: what comes in at that port gets metrics or nothing.</summary>
    private sealed class MetricsPort(int port) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.MapWhen(context => context.Connection.LocalPort == port, metrics =>
                metrics.UseOpenTelemetryPrometheusScrapingEndpoint());
            next(app);
        };
    }
}
