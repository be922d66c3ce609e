using StudySuite.Defaults.Hosting;
using StudySuite.Demo;
using StudySuite.Demo.Access;

namespace StudySuite.Standalone;

/// <summary>Says on the console where the suite is, and plays the demo when asked for.</summary>
internal sealed class Welcome(IConfiguration configuration, IHostApplicationLifetime lifetime, WelcomeOptions options)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.UntilStartedAsync(stoppingToken);
        var listen = configuration.GetSection("Listen").Get<ListenOptions>()!;
        var web = new Uri($"http://127.0.0.1:{listen.HttpPort}/");
        var grpc = new Uri($"http://127.0.0.1:{listen.GrpcPort}/");
        Console.WriteLine($"学习中心组系统已启动 / StudySuite is up: {configuration["Auth:Issuer"]}  gRPC {grpc}");
        if (!options.PlaysDemo)
        {
            return;
        }

        Console.WriteLine("正在通过公开接口回放新乡县 2023 年度 / replaying the year 2023 through the public API:");
        var settings = new DemoSettings(
            web, grpc, () => FirstPassword.In(File.ReadAllText(configuration["Identity:FirstLoginFile"]!)),
            Path.Combine(configuration["Database:Folder"]!, "demo-accounts.json"));
        try
        {
            await new Replay(settings, Console.Out).RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The suite is being stopped; the next start goes on where this one was.
        }
    }
}

internal sealed record WelcomeOptions(bool PlaysDemo);

internal static class WelcomeModule
{
    public static void AddWelcome(this WebApplicationBuilder builder, bool playsDemo)
    {
        builder.Services.AddSingleton(new WelcomeOptions(playsDemo));
        builder.Services.AddHostedService<Welcome>();
    }
}
