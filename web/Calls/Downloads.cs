using StudySuite.Web.Access;

namespace StudySuite.Web.Calls;

/// <summary>
/// Documents, tables and print pages: the gateway's REST answer, since a browser that saves a file has no token.
/// Reading only.
/// </summary>
internal static class Downloads
{
    private const string Prefix = "/get/";
    private static readonly string[] Services =
        ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];

    /// <summary>The address below which a page links a REST path, such as <c>/get/bulletin/v1/…:download</c>.</summary>
    public static string Link(string path) => Prefix + path.TrimStart('/');

    public static void MapDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet(Prefix + "{service}/v1/{**rest}", GetAsync).RequireAuthorization(SignInModule.Policy);

    private static Task GetAsync(HttpContext context, string service, Passage passage)
    {
        if (Services.Contains(service))
        {
            return passage.HandOnAsync(context, Prefix, body: null);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
