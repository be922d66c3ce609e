using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace StudySuite.Defaults.Hosting;

/// <summary>
/// Between the order to stop and the end of listening (<see cref="ListenOptions.DrainSeconds"/>): calls are answered as
/// ever, but <c>/health/ready</c> says no and every HTTP/1.1 connection that is used is asked to end, so that whoever
/// chooses among replicas has left before the door shuts. HTTP/2 connections stay open until then: a call that is on its
/// way while its connection ends may be lost.
/// </summary>
internal sealed class Drain(IConfiguration configuration, TimeProvider clock) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool isUnderWay;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var listen = configuration.GetSection("Listen").Get<ListenOptions>() ?? new ListenOptions();
        isUnderWay = listen.DrainSeconds > 0;
        // Who is told to hurry stops at once.
        await Task.Delay(TimeSpan.FromSeconds(listen.DrainSeconds), clock, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(isUnderWay ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());

    public void Ask(HttpContext context)
    {
        if (isUnderWay && !HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class DrainModule
{
    public static void AddDrain(this IServiceCollection services)
    {
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddSingleton<IStartupFilter, BeforeAll>();
        services.AddHealthChecks().AddCheck<Drain>("drain");
    }

    private sealed class BeforeAll(Drain drain) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                drain.Ask(context);
                return following(context);
            });
            next(app);
        };
    }
}
