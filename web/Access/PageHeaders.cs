using Microsoft.Extensions.Primitives;

namespace StudySuite.Web.Access;

/// <summary>Marks an endpoint as one of the web client's.</summary>
internal sealed class WebPage
{
    public static WebPage Instance { get; } = new();
}

/// <summary>What a browser may do with a page: load from here and nowhere else, run no script that stands in it.</summary>
internal sealed class PageHeaders(RequestDelegate next)
{
    // Components size and colour themselves with style attributes; scripts have no such exception.
    private static readonly StringValues Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    public static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<WebPage>() is not null;

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
