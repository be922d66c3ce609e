using System.Net;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

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
            // A replica that is told to stop says no for Listen:DrainSeconds, and must be left within that time.
            Interval = TimeSpan.FromSeconds(2),
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
        Metadata = new Dictionary<string, string>(cluster.Metadata ?? new Dictionary<string, string>())
        {
            // Who says no is believed at once.
            [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1",
        },
    });

    /// <summary>Deny by default: only what is named anonymous is.</summary>
    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        new(route with { AuthorizationPolicy = route.AuthorizationPolicy ?? "default" });
}
