using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace StudySuite.Gateway.Proxy;

/// <summary>
/// Every address behind a destination's name is a replica; names are looked up anew after a while. A name that cannot
/// be resolved stays a destination as it is: its service is away, and the others are not.
/// </summary>
internal sealed partial class ReplicasByName(TimeSpan period, TimeProvider clock, ILogger<ReplicasByName> logger)
    : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(
            destinations.Select(named => ResolveAsync(named.Key, named.Value, cancellationToken)));
        var again = new CancellationChangeToken(new CancellationTokenSource(period, clock).Token);
        return new ResolvedDestinationCollection(found.SelectMany(replicas => replicas).ToDictionary(), again);
    }

    private async Task<List<KeyValuePair<string, DestinationConfig>>> ResolveAsync(
        string id, DestinationConfig named, CancellationToken cancellationToken)
    {
        var uri = new Uri(named.Address);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(uri.DnsSafeHost, cancellationToken);
            return
            [
                .. addresses.Select(address => KeyValuePair.Create($"{id}[{address}]", named with
                {
                    Address = At(uri, address),
                    Health = named.Health is { Length: > 0 } health ? At(new Uri(health), address) : null,
                    Host = named.Host ?? uri.Authority,
                })),
            ];
        }
        catch (SocketException error)
        {
            Log.Unresolved(logger, uri.Host, error.Message);
            return [KeyValuePair.Create(id, named)];
        }
    }

    private static string At(Uri uri, IPAddress address) =>
        new UriBuilder(uri) { Host = address.ToString() }.Uri.ToString();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Host} cannot be resolved, looked up again later: {Why}")]
        public static partial void Unresolved(ILogger logger, string host, string why);
    }
}
