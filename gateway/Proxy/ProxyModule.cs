using Microsoft.Extensions.Options;
using StudySuite.Defaults.Hosting;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace StudySuite.Gateway.Proxy;

/// <summary>The way from the door to the services: routes and addresses are in section <c>ReverseProxy</c>.</summary>
internal static class ProxyModule
{
    public static void AddProxy(this WebApplicationBuilder builder)
    {
        var proxy = builder.Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddConfigFilter<HouseRules>()
            .AddTransforms(TellWhoCalled)
            .ConfigureHttpClient((_, handler) => Tune(handler));

        if (builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>()?.ResolveEvery is { } period)
        {
            proxy.AddDnsDestinationResolver(dns => dns.RefreshPeriod = period);
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
