using StudySuite.Gateway.OpenApi;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StudySuite.Defaults.Hosting;
using StudySuite.Gateway.Proxy;
using StudySuite.Testing;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Configuration;

namespace StudySuite.Gateway.Tests;

/// <summary>The gateway as its program builds it, on free ports, in front of one backend that plays every service.</summary>
internal sealed class DoorHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<IDisposable> clients = [];

    private DoorHost(WebApplication app, Backend backend, int httpPort, int grpcPort) =>
        (this.app, Backend, HttpPort, GrpcPort) = (app, backend, httpPort, grpcPort);

    public Backend Backend { get; }

    /// <summary>As the proxy sees them, with the house rules applied.</summary>
    public IEnumerable<RouteConfig> Routes =>
        app.Services.GetRequiredService<IProxyStateLookup>().GetRoutes().Select(route => route.Config);

    public int HttpPort { get; }

    public int GrpcPort { get; }

    public static async Task<DoorHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var backend = new Backend();
        await backend.StartAsync();
        return await StartAsync(backend, settings);
    }

    public static async Task<DoorHost> StartAsync(Backend backend, params (string Key, string Value)[] settings)
    {
        var (http, grpc) = (Ports.Free(), Ports.Free());
        var all = new Dictionary<string, string>
        {
            ["Listen:HttpPort"] = $"{http}",
            ["Listen:GrpcPort"] = $"{grpc}",
            ["Auth:Issuer"] = TestTokens.Issuer,
            ["Auth:JwksUri"] = $"http://127.0.0.1:{backend.KeysPort}/.well-known/jwks",
        };
        foreach (var service in new[] { "directory", "planning", "sessions", "supervision", "bulletin", "notifications" })
        {
            all[$"ReverseProxy:Clusters:{service}:Destinations:1:Address"] = backend.Address;
        }

        // Pages come over HTTP/1.1.
        all["ReverseProxy:Clusters:web:Destinations:1:Address"] = $"http://127.0.0.1:{backend.KeysPort}";
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = Path.Combine(AppContext.BaseDirectory, "gateway"),
            Args = [.. all.Select(pair => $"--{pair.Key}={pair.Value}")],
        });
        builder.Logging.ClearProviders();
        builder.AddSuiteDefaults();
        builder.AddGateway();
        builder.AddProxy();

        var app = builder.Build();
        app.UseGateway();
        app.MapSuiteDefaults();
        app.MapOpenApi();
        app.MapProxy();
        await app.StartAsync();
        return new DoorHost(app, backend, http, grpc);
    }

    /// <summary>REST over HTTP/1.1 as this person; null: without a token.</summary>
    public HttpClient Rest(string? person = "p-zhang") => RestWith(person is null ? null : Token(person));

    public HttpClient RestWith(string? token)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{HttpPort}") };
        clients.Add(client);
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    /// <summary>REST over HTTP/2.</summary>
    public HttpClient RestOverHttp2(string person = "p-zhang")
    {
        var client = RestWith(Token(person));
        client.BaseAddress = new Uri($"http://127.0.0.1:{GrpcPort}");
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return client;
    }

    public GrpcChannel Grpc(string? person = "p-zhang") => GrpcWith(person is null ? null : Token(person));

    public GrpcChannel GrpcWith(string? token)
    {
        var client = RestWith(token);
        var channel = GrpcChannel.ForAddress(
            $"http://127.0.0.1:{GrpcPort}", new GrpcChannelOptions { HttpClient = client, MaxReceiveMessageSize = null });
        clients.Add(channel);
        return channel;
    }

    public static string Token(string person) => TestTokens.Create(person, ["StudySecretary:/xinxiang/"]);

    /// <summary>As on SIGTERM: finishes what has begun.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        await Backend.DisposeAsync();
    }
}
