using Microsoft.Extensions.Options;
using StudySuite.Defaults.Hosting;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace StudySuite.Gateway.Proxy;

/// <summary>The way from the door to the services: routes and addresses are in section <c>ReverseProxy</c>.</summary>
internal static class ProxyModule
{
    public static void AddProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddConfigFilter<HouseRules>()
            .AddTransforms(TellWhoCalled)
            .AddTransforms(OpenAtOnce)
            .AddTransforms(BareRefusals.Replace)
            .ConfigureHttpClient((_, handler) => Tune(handler));

        if (builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>()?.ResolveEvery is { } period)
        {
            builder.Services.AddSingleton<IDestinationResolver>(provider =>
                ActivatorUtilities.CreateInstance<ReplicasByName>(provider, period));
        }

        builder.Services.AddSingleton<IStartupCheck, RoutesCheck>();
    }

    public static void MapProxy(this WebApplication app) => app.MapReverseProxy(pipeline =>
    {
        pipeline.UseMiddleware<AnotherReplica>();
        // A page lives in one replica of the web client's.
        pipeline.UseSessionAffinity();
        pipeline.UseLoadBalancing();
        pipeline.UsePassiveHealthChecks();
    });

    // The host travels as it is, so that links in pages and log-in redirects lead back to the door.
    private static void TellWhoCalled(TransformBuilderContext transforms)
    {
        transforms.UseDefaultForwarders = false;
        transforms.AddOriginalHost();
        transforms.AddXForwardedFor(action: ForwardedTransformActions.Set);
        transforms.AddXForwardedProto(action: ForwardedTransformActions.Set);
    }

    /// <summary>
    /// YARP holds a response's headers back until the first byte of its body (dotnet/yarp #2520), so that the client of
    /// a stream without news would not know that it is open. Only for the routes that say so, because it costs
    /// every other call a packet. A response that is its trailers only must stay in one piece.
    /// </summary>
    private static void OpenAtOnce(TransformBuilderContext transforms)
    {
        if (transforms.Route.Metadata?.GetValueOrDefault("OpensAtOnce") != "true")
        {
            return;
        }

        transforms.AddResponseTransform(async response =>
        {
            if (response.ProxyResponse is { IsSuccessStatusCode: true } from && !from.Headers.Contains("grpc-status"))
            {
                await response.HttpContext.Response.Body.FlushAsync(response.CancellationToken);
            }
        });
    }

    private static void Tune(SocketsHttpHandler handler)
    {
        handler.ConnectTimeout = TimeSpan.FromSeconds(5);
        // A replica that vanished with its machine is noticed by silence, not after the system's minutes.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(15);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(5);
        // Behind a virtual address, new replicas get their share once connections are renewed.
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
    }
}
