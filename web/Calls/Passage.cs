using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using StudySuite.Web.Access;

namespace StudySuite.Web.Calls;

/// <summary>
/// A browser's call handed on to the gateway's REST with the token of who sits before the page, its answer handed back
/// as it streams in: for files, which have no way through the page's own connection.
/// </summary>
internal sealed class Passage(SignedIns signedIns, IHttpClientFactory http, IOptions<WebOptions> options)
{
    public const string HttpClient = "web-passage";
    private static readonly string[] Passed = ["Content-Type", "Content-Length", "Content-Disposition", "Content-Security-Policy"];

    /// <param name="prefix">What stands before the REST path in the browser's address.</param>
    /// <param name="body">Sent as it comes in; null when there is none.</param>
    public async Task HandOnAsync(HttpContext context, string prefix, Stream? body)
    {
        if (await signedIns.FindAsync(context.User, context.RequestAborted) is not { } held)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var path = context.Request.Path.Value![prefix.Length..];
        using var request = new HttpRequestMessage(
            body is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(new Uri(options.Value.Gateway), path + context.Request.QueryString));
        request.Headers.Authorization = new("Bearer", held.Token);
        request.Headers.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.Name is "" ? "zh" : CultureInfo.CurrentUICulture.Name);
        request.SayWhoseItIs(context.User);
        if (body is not null)
        {
            request.Content = new StreamContent(body);
            request.Content.Headers.ContentLength = context.Request.ContentLength;
            // What is refused by what is said of it is not sent for nothing.
            request.Headers.ExpectContinue = true;
        }

        using var client = http.CreateClient(HttpClient);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        await HandBackAsync(answer, context);
    }

    private static async Task HandBackAsync(HttpResponseMessage answer, HttpContext context)
    {
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
