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
    private int posts;

    public Backend(string name = "one", int port = 0)
    {
        this.name = name;
        Port = port == 0 ? Ports.Free() : port;
    }

    public int Port { get; }

    public int KeysPort { get; } = Ports.Free();

    public string Address => $"http://127.0.0.1:{Port}";

    public bool IsReady { get; set; } = true;

    /// <summary>Ends every call in the middle, after it has been taken in.</summary>
    public bool BreaksCalls { get; set; }

    /// <summary>How many POSTs were taken in.</summary>
    public int Posts => posts;

    /// <summary>A call to <c>/planning/v1/slow</c> has begun, and ends when it is let go.</summary>
    public TaskCompletionSource SlowBegan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource LetSlowGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/planning/v1/length")
            {
                Interlocked.Increment(ref posts);
            }

            if (BreaksCalls && context.Request.Path.StartsWithSegments("/planning"))
            {
                context.Abort();
                return;
            }

            await next();
        });
        app.MapGrpcService<EchoService>();
        app.MapGet("/health/ready", () => IsReady ? Results.Ok() : Results.StatusCode(503));
        app.MapGet("/.well-known/jwks", () => Results.Json(new { keys = new[] { PublicKey() } }));
        app.MapGet("/account/login", () => Results.Content("<p>log in</p>", "text/html"));
        app.MapGet("/somewhere/else", () => "a page");
        app.MapGet("/planning/v1/seen", (HttpRequest request) => Results.Json(new Seen(
            name, request.Protocol, request.Host.Value!,
            request.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToString()))));
        app.MapGet("/planning/v1/slow", async () =>
        {
            SlowBegan.TrySetResult();
            await LetSlowGo.Task;
            return "done";
        });
        app.MapGet("/planning/v1/refused", (HttpResponse response) =>
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            response.ContentType = "application/json";
            return response.WriteAsync(Refusal);
        });
        app.MapPost("/planning/v1/unreadable", (HttpResponse response) =>
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            response.ContentType = "application/json";
            return response.WriteAsync("""{"code":3,"message":"Request JSON payload is not correctly formatted.","details":[]}""");
        });
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

    /// <summary>As on SIGTERM: finishes what has begun.</summary>
    public async Task StopGentlyAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        app = null;
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

    private const string Refusal = """
        {"code":3,"message":"\u4e0d\u884c","details":[
        {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"INVALID_REQUEST","domain":"planning.studysuite","metadata":{"n":"2"}},
        {"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"year","reason":"TOO_EARLY","description":"x"}]}]}
        """;

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
