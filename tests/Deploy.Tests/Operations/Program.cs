using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Operations;

/// <summary>A service's program with its settings, built and not started, as it is when a verb runs.</summary>
internal sealed class Program : IAsyncDisposable
{
    private readonly WebApplication app;

    private Program(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public static Program Of(Action<WebApplicationBuilder> service, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Listen:HttpPort"] = $"{FreePort.Next()}", ["Listen:GrpcPort"] = $"{FreePort.Next()}",
        });
        builder.AddSuiteDefaults();
        service(builder);
        builder.Services.AddBus(builder.Configuration);
        return new Program(builder.Build());
    }

    public async Task MigrateAsync()
    {
        foreach (var migration in app.Services.GetServices<IMigration>())
        {
            await migration.MigrateAsync(CancellationToken.None);
        }
    }

    /// <summary>From here on it also works in the background, as a service that runs.</summary>
    public async Task StartAsync()
    {
        await MigrateAsync();
        foreach (var check in app.Services.GetServices<IStartupCheck>())
        {
            await check.CheckAsync(CancellationToken.None);
        }

        await app.StartAsync();
    }

    public async Task<(int ExitCode, string Output)> RunAsync(string verb, params string[] args)
    {
        var output = new StringWriter();
        var code = await app.Services.GetServices<ISuiteVerb>().Single(it => it.Name == verb)
            .RunAsync(args, output, CancellationToken.None);
        return (code, output.ToString());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
