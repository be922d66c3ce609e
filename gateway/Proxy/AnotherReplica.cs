using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace StudySuite.Gateway.Proxy;

/// <summary>
/// A replica that just stopped must not cost its callers a call: it is tried once at another one, if it was never
/// sent (any method) or only reads.
/// </summary>
internal sealed class AnotherReplica(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        if (context.Features.Get<IForwarderErrorFeature>() is not { } failed
            || failed.Error != ForwarderError.Request
            || context.Response.HasStarted
            || !MayRepeat(context, failed.Exception))
        {
            return;
        }

        var proxy = context.GetReverseProxyFeature();
        var others = proxy.AllDestinations.Where(other => other != proxy.ProxiedDestination).ToList();
        if (others.Count == 0)
        {
            return;
        }

        context.Features.Set<IForwarderErrorFeature>(null);
        context.Response.Clear();
        proxy.AvailableDestinations = others;
        await next(context);
    }

    private static bool MayRepeat(HttpContext context, Exception? error) =>
        error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
        || HttpMethods.IsGet(context.Request.Method)
        || HttpMethods.IsHead(context.Request.Method);
}
