using Microsoft.Extensions.Primitives;

namespace StudySuite.Gateway.Door;

/// <summary>What every answer carries: the request id, and what keeps a browser from doing harm with it.</summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    // Answers of the API are data: nothing in them may be loaded, run or framed.
    private static readonly StringValues DataPolicy = "default-src 'none'; frame-ancestors 'none'";
    private static readonly StringValues PagePolicy = "frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Apply((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[RequestId.Header] = context.TraceIdentifier;
        headers.Server = default;
        headers.XPoweredBy = default;

        var type = context.Response.ContentType;
        if (type is not null && type.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        // A service that serves pages or files knows better; what it says stands.
        var isPage = type is not null && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        SetUnlessSaid(headers, "Content-Security-Policy", isPage ? PagePolicy : DataPolicy);
        SetUnlessSaid(headers, "X-Frame-Options", "DENY");
        if (type is null || isPage || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith(ProblemAnswers.Type, StringComparison.OrdinalIgnoreCase))
        {
            SetUnlessSaid(headers, "Cache-Control", "no-store");
        }
    }

    private static void SetUnlessSaid(IHeaderDictionary headers, string name, StringValues value)
    {
        if (StringValues.IsNullOrEmpty(headers[name]))
        {
            headers[name] = value;
        }
    }
}
