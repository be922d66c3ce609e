using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Testing;

namespace StudySuite.Gateway.Tests;

/// <summary>Stands for a service: REST and gRPC on an HTTP/2 port, keys and health, and tells what reached it.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly string name;
    private WebApplication? app;

    public Backend(string name = "one", int port = 0)
    {
        this.name = name;
        Port = port == 0 ? Ports.Free() : port;
    }

    public int Port { get; }

    public int KeysPort { get; } = Ports.Free();

    public string Address => $"http://127.0.0.1:{Port}";

    public bool IsReady { get; set; } = true;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Port, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, KeysPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });

        app = builder.Build();
        app.MapGrpcService<EchoService>();
        app.MapGet("/health/ready", () => IsReady ? Results.Ok() : Results.StatusCode(503));
        app.MapGet("/.well-known/jwks", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapGet("/account/login", () => Results.Content("<p>log in</p>", "text/html"));
        app.MapGet("/planning/v1/seen", (HttpRequest request) => Results.Json(new Seen(
            name, request.Protocol, request.Host.Value!,
            request.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToString()))));
        app.MapGet("/planning/v1/headers", (HttpResponse response) =>
        {
            response.Headers["x-request-id"] = "the-service-own";
            response.Headers.Server = "some server";
            return "text";
        });
        app.MapPost("/planning/v1/length", async (HttpRequest request) =>
        {
            var copy = new MemoryStream();
            await request.Body.CopyToAsync(copy);
            return Results.Json(new { length = copy.Length });
        });
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await app.StopAsync(now.Token);
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static object PublicKey()
    {
        var key = TestTokens.Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA", use = "sig", alg = "RS256", kid = TestTokens.Key.KeyId,
            n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent),
        };
    }
}

/// <summary>A call as the backend saw it; names of headers in lower case.</summary>
internal sealed record Seen(string Backend, string Protocol, string Host, Dictionary<string, string> Headers);
