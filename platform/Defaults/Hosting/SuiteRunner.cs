using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Database;
using StudySuite.Messaging;

namespace StudySuite.Defaults.Hosting;

/// <summary>Starts a host or runs one of its verbs; what stops it is told in one clear message, not a stack trace.</summary>
public static class SuiteRunner
{
    /// <summary>
    /// Builds and runs. Verbs: <c>migrate</c> (schema and queues, then exit), <c>replay-parked</c> (outbox rows and
    /// deliveries that were given up are tried again), and every registered <see cref="ISuiteVerb"/>.
    /// </summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(
        string[] args, Action<WebApplicationBuilder> configure, Action<WebApplication> map)
    {
        try
        {
            // Settings lie beside the program, wherever it is started from; data folders are relative to where that is.
            var builder = WebApplication.CreateBuilder(
                new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
            configure(builder);
            await using var app = builder.Build();
            if (VerbOf(app, args) is { } verb)
            {
                return await verb();
            }

            // Routes and databases take about as long to get ready and do not need each other.
            var prepared = PrepareAsync(app);
            map(app);
            await prepared;
            return await ServeAsync(app);
        }
        catch (Exception error) when (error is StartupError or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static Func<Task<int>>? VerbOf(WebApplication app, string[] args) => args.FirstOrDefault() switch
    {
        "migrate" => () => MigrateAsync(app, CancellationToken.None),
        "replay-parked" => () => ReplayParkedAsync(app),
        { } name when app.Services.GetServices<ISuiteVerb>().SingleOrDefault(verb => verb.Name == name) is { } verb =>
            () => verb.RunAsync(args[1..], Console.Out, CancellationToken.None),
        _ => null,
    };

    /// <summary>The databases as this build needs them, and whatever else must be there before the first call.</summary>
    private static async Task PrepareAsync(WebApplication app)
    {
        // The caller goes on with its own work.
        await Task.Yield();
        if (app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart)
        {
            await MigrateAsync(app, CancellationToken.None);
        }

        foreach (var check in app.Services.GetServices<IStartupCheck>())
        {
            await check.CheckAsync(CancellationToken.None);
        }
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException error) when (KestrelSetup.PortTaken(error, app.Configuration) is not null)
        {
            throw KestrelSetup.PortTaken(error, app.Configuration)!;
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> MigrateAsync(WebApplication app, CancellationToken cancellationToken)
    {
        // At once: most of it is each service's model, which takes a while to make.
        await Parallel.ForEachAsync(
            app.Services.GetServices<IMigration>(), cancellationToken,
            async (migration, stopping) => await migration.MigrateAsync(stopping));

        try
        {
            await Topology.DeclareAsync(app.Services, cancellationToken);
        }
        catch (InvalidOperationException error)
        {
            throw new StartupError("无法连接消息服务器，请检查设置 Messaging:Host、Messaging:Port 等。", error.Message);
        }

        return 0;
    }

    private static async Task<int> ReplayParkedAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var service in scope.ServiceProvider.GetServices<ISuiteDatabase>())
        {
            var rows = await Outbox.ReplayParkedAsync(service.Context(scope.ServiceProvider), CancellationToken.None);
            Console.WriteLine($"{service.Name}: {rows}");
        }

        Console.WriteLine($"broker: {await ErrorQueues.ReplayAsync(app.Services)}");

        return 0;
    }
}

/// <summary>Finds a service's context without knowing its type.</summary>
internal interface ISuiteDatabase
{
    string Name { get; }

    DbContext Context(IServiceProvider scope);
}

internal sealed class SuiteDatabase<TDb>(ServiceInfo<TDb> service) : ISuiteDatabase
    where TDb : DbContext
{
    public string Name => service.Name;

    public DbContext Context(IServiceProvider scope) => scope.GetRequiredService<TDb>();
}
