using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace StudySuite.Testing.Processes;

internal static class Answering
{
    /// <summary>Answers every request with the number of its process.</summary>
    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync($"{Environment.ProcessId}"));
        await app.RunAsync();
        return 0;
    }
}
