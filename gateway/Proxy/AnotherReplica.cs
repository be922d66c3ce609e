using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace StudySuite.Gateway.Proxy;

/// <summary>
/// A replica that just stopped must not cost its callers a call: it is tried once at another one, if no replica has
/// worked on it (any method) or it only reads.
/// </summary>
internal sealed class AnotherReplica(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var body = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true
            ? new KeptBody(context.Request.Body)
            : null;
        if (body is not null)
        {
            context.Request.Body = body;
        }

        try
        {
            await next(context);

            if (MayRepeat(context, body) && Others(context) is { Count: > 0 } others)
            {
                context.Features.Set<IForwarderErrorFeature>(null);
                context.Response.Clear();
                body?.Rewind();
                context.GetReverseProxyFeature().AvailableDestinations = others;
                await next(context);
            }
        }
        finally
        {
            body?.Forget();
        }
    }

    private static List<DestinationState> Others(HttpContext context)
    {
        var proxy = context.GetReverseProxyFeature();
        return [.. proxy.AllDestinations.Where(other => other != proxy.ProxiedDestination)];
    }

    private static bool MayRepeat(HttpContext context, KeptBody? body) =>
        context.Features.Get<IForwarderErrorFeature>() is { } failed
        && failed.Error is ForwarderError.Request or ForwarderError.RequestBodyDestination
        && !context.Response.HasStarted
        && body is null or { CanRewind: true }
        && (HttpMethods.IsGet(context.Request.Method)
            || HttpMethods.IsHead(context.Request.Method)
            || Unfold(failed.Exception).Any(WasNotWorkedOn));

    /// <summary>
    /// There was no connection; or there was, and its server refused the call unread because it was stopping: then the
    /// client wants to send it again by itself, and only fails because the proxy's content can be read once.
    /// </summary>
    private static bool WasNotWorkedOn(Exception error) => error is
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
        or InvalidOperationException { Message: "Stream was already consumed." };

    private static IEnumerable<Exception> Unfold(Exception? error) => error switch
    {
        null => [],
        AggregateException several => several.InnerExceptions.SelectMany(Unfold),
        _ => Unfold(error.InnerException).Prepend(error),
    };
}
