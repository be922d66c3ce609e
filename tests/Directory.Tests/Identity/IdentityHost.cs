using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StudySuite.Defaults.Hosting;
using StudySuite.Messaging;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>Directory on real ports, because tokens are checked with keys that are fetched over HTTP.</summary>
public sealed class IdentityHost : IAsyncDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("studysuite-").FullName;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> run;
    private WebApplication? app;

    private IdentityHost(Dictionary<string, string> settings)
    {
        var (http, grpc) = (FreePort.Next(), FreePort.Next());
        (Web, Grpc) = (new Uri($"http://127.0.0.1:{http}/"), new Uri($"http://127.0.0.1:{grpc}/"));
        var all = new Dictionary<string, string>
        {
            ["Database:Folder"] = folder,
            ["Database:MigrateAtStart"] = "true",
            ["Listen:HttpPort"] = $"{http}",
            ["Listen:GrpcPort"] = $"{grpc}",
            ["Auth:Issuer"] = Web.AbsoluteUri,
            ["Identity:FirstLoginFile"] = FirstLoginFile,
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        run = SuiteRunner.RunAsync(
            [.. all.Select(pair => $"--{pair.Key}={pair.Value}")],
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.AddSuiteDefaults();
                builder.AddDirectory();
                builder.Services.AddBus(builder.Configuration);
            },
            built =>
            {
                app = built;
                app.MapSuiteDefaults();
                app.MapDirectory();
                app.Lifetime.ApplicationStarted.Register(started.SetResult);
            });
    }

    public Uri Web { get; }

    public Uri Grpc { get; }

    public MovableClock Clock { get; } = new();

    public string FirstLoginFile => Path.Combine(folder, "first-login.txt");

    /// <summary>The step of its own that comes before replicas start.</summary>
    public static Task<int> MigrateAsync(params (string Key, string Value)[] settings) => SuiteRunner.RunAsync(
        ["migrate", .. settings.Select(pair => $"--{pair.Key}={pair.Value}")],
        builder =>
        {
            builder.AddSuiteDefaults();
            builder.AddDirectory();
            builder.Services.AddBus(builder.Configuration);
        },
        app => app.MapSuiteDefaults());

    public static async Task<IdentityHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = new IdentityHost(settings.ToDictionary(pair => pair.Key, pair => pair.Value));
        await Task.WhenAny(host.run, host.started.Task);
        return host.started.Task.IsCompletedSuccessfully
            ? host
            : throw new InvalidOperationException($"Directory did not start: exit code {await host.run}");
    }

    /// <summary>The first administrator's, as the file tells it.</summary>
    public string FirstPassword() => File.ReadAllText(FirstLoginFile).Trim().Split(' ')[^1];

    public Browser Browser() => new(Web);

    internal IServiceScope Scope() => app!.Services.CreateScope();

    public async ValueTask DisposeAsync()
    {
        app?.Lifetime.StopApplication();
        await run;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The real time, and as much later as a test says: tokens stay good, locks run out.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan later;

    public void Advance(TimeSpan time) => later += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + later;
}
