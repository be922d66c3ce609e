using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StudySuite.Testing;

public sealed record Posted(string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A real HTTP server that keeps what is posted to it, and may be down for a while.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private WebApplication? app;

    public int Port { get; } = FreePort.Next();

    public ConcurrentQueue<Posted> Taken { get; } = new();

    /// <summary>What it answers, by request; 200 with <c>{"errcode":0,"code":0}</c> unless a test says otherwise.</summary>
    public Func<Posted, (int Status, string Body)> Answer { get; set; } = _ => (200, """{"errcode":0,"code":0}""");

    public string Url(string path = "/hook") => $"http://127.0.0.1:{Port}{path}";

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}");
        app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var posted = new Posted(
                context.Request.Path, context.Request.QueryString.Value ?? "", await reader.ReadToEndAsync(),
                context.Request.Headers.ToDictionary(
                    header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            var (status, body) = Answer(posted);
            if (status is >= 200 and < 300)
            {
                Taken.Enqueue(posted);
            }

            context.Response.StatusCode = status;
            if (status is >= 300 and < 400)
            {
                context.Response.Headers.Location = Url("/elsewhere");
            }

            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
