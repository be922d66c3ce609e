using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using StudySuite.Web.Access;

namespace StudySuite.Web.Calls;

/// <summary>
/// Documents, tables and print pages: the gateway's REST answer passed through as it streams in, since a browser that
/// saves a file has no token. Reading only.
/// </summary>
internal static class Downloads
{
    public const string HttpClient = "web-downloads";
    private static readonly string[] Services =
        ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];
    private static readonly string[] Passed = ["Content-Type", "Content-Length", "Content-Disposition", "Content-Security-Policy"];

    /// <summary>The address below which a page links a REST path, such as <c>/get/bulletin/v1/…:download</c>.</summary>
    public static string Link(string path) => $"/get/{path.TrimStart('/')}";

    public static void MapDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet("/get/{service}/v1/{**rest}", GetAsync).RequireAuthorization(SignInModule.Policy);

    private static async Task GetAsync(
        HttpContext context, string service, SignedIns signedIns, IHttpClientFactory http, IOptions<WebOptions> options)
    {
        var held = await signedIns.FindAsync(context.User, context.RequestAborted);
        if (held is null || !Services.Contains(service))
        {
            context.Response.StatusCode = held is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status404NotFound;
            return;
        }

        // As it was sent: decoding and encoding anew could change which resource it names.
        var path = context.Request.Path.Value!["/get/".Length..];
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(new Uri(options.Value.Gateway), path + context.Request.QueryString));
        request.Headers.Authorization = new("Bearer", held.Token);
        request.Headers.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.Name is "" ? "zh" : CultureInfo.CurrentUICulture.Name);
        using var client = http.CreateClient(HttpClient);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => Passed.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        if (answer.StatusCode is not HttpStatusCode.NoContent)
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }
}
