using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using StudySuite.Testing;

namespace StudySuite.Platform.Tests.Files;

/// <summary>As much of S3 as the blob store speaks: put, get with a range, list in pages, delete; signed and hashed bodies.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    private readonly WebApplication app;

    private S3Server(WebApplication app, string address) => (this.app, Address) = (app, address);

    public string Address { get; }

    public ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> Objects { get; } = new();

    public static async Task<S3Server> StartAsync()
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        var server = new S3Server(app, address);
        app.MapPut("/bucket/{**key}", server.PutAsync);
        app.MapGet("/bucket/{**key}", server.GetAsync);
        app.MapDelete("/bucket/{**key}", (string key) =>
        {
            server.Objects.TryRemove(key, out _);
            return Results.NoContent();
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> PutAsync(string key, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        var isSigned = request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=access/", StringComparison.Ordinal);
        var isWhole = request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!isSigned || !isWhole)
        {
            return Results.BadRequest("The body must be signed as it is, not in chunks.");
        }

        Objects[key] = (bytes, TimeProvider.System.GetUtcNow());
        return Results.Ok();
    }

    private async Task GetAsync(HttpContext http)
    {
        var key = (string?)http.GetRouteValue("key") ?? "";
        if (http.Request.Query.ContainsKey("list-type"))
        {
            await ListAsync(http);
            return;
        }

        if (!Objects.TryGetValue(key, out var found))
        {
            http.Response.StatusCode = 404;
            await http.Response.WriteAsync("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
            return;
        }

        var range = http.Request.Headers.Range.ToString();
        var from = range.Length == 0 ? 0 : int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
        http.Response.StatusCode = from > 0 ? 206 : 200;
        http.Response.ContentLength = found.Bytes.Length - from;
        await http.Response.Body.WriteAsync(found.Bytes.AsMemory(from));
    }

    // One object a page, so that a client that forgets to ask for the next is found out.
    private async Task ListAsync(HttpContext http)
    {
        var after = http.Request.Query["continuation-token"].ToString();
        var prefix = http.Request.Query["prefix"].ToString();
        var keys = Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Where(key => string.CompareOrdinal(key, after) > 0).ToList();
        var contents = keys.Count == 0 ? "" :
            $"<Contents><Key>{keys[0]}</Key><LastModified>{Objects[keys[0]].At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}</LastModified><Size>1</Size></Contents>";
        var next = keys.Count > 1 ? $"<NextContinuationToken>{keys[0]}</NextContinuationToken>" : "";
        http.Response.ContentType = "application/xml";
        await http.Response.WriteAsync(
            $"""
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name>
            <IsTruncated>{(keys.Count > 1 ? "true" : "false")}</IsTruncated>{contents}{next}</ListBucketResult>
            """);
    }
}
