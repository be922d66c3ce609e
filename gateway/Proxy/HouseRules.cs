using System.Net;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace StudySuite.Gateway.Proxy;

/// <summary>What holds for every route and cluster unless the configuration says otherwise, so that it need not.</summary>
internal sealed class HouseRules : IProxyConfigFilter
{
    private static readonly HealthCheckConfig Watched = new()
    {
        // With one replica left, or all of them failing, trying is better than refusing.
        AvailableDestinationsPolicy = "HealthyOrPanic",
        Active = new ActiveHealthCheckConfig
        {
            Enabled = true,
            Path = "/health/ready",
            Interval = TimeSpan.FromSeconds(5),
            Timeout = TimeSpan.FromSeconds(3),
            Policy = "ConsecutiveFailures",
        },
        Passive = new PassiveHealthCheckConfig
        {
            Enabled = true,
            Policy = "TransportFailureRate",
            ReactivationPeriod = TimeSpan.FromSeconds(10),
        },
    };

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel) => new(cluster with
    {
        LoadBalancingPolicy = cluster.LoadBalancingPolicy ?? "PowerOfTwoChoices",
        HttpRequest = (cluster.HttpRequest ?? ForwarderRequestConfig.Empty) with
        {
            Version = cluster.HttpRequest?.Version ?? HttpVersion.Version20,
            VersionPolicy = cluster.HttpRequest?.VersionPolicy ?? HttpVersionPolicy.RequestVersionExact,
        },
        HealthCheck = cluster.HealthCheck ?? Watched,
    });

    /// <summary>Deny by default: only what is named anonymous is.</summary>
    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        new(route with { AuthorizationPolicy = route.AuthorizationPolicy ?? "default" });
}
