using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace StudySuite.Gateway.Door;

internal static class DoorLimits
{
    /// <summary>
    /// Sizes and times. Bodies of native gRPC calls may stream without end and are limited per message by the services.
    /// </summary>
    public static void AddDoorLimits(this IServiceCollection services) =>
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<GatewayOptions>>((kestrel, options) =>
        {
            kestrel.AddServerHeader = false;
            var limits = kestrel.Limits;
            limits.MaxRequestBodySize = options.Value.MaxBodyBytes;
            limits.MaxRequestHeadersTotalSize = options.Value.MaxHeaderBytes;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.Value.HeaderSeconds);
            limits.Http2.MaxRequestHeaderFieldSize = options.Value.MaxHeaderBytes;
            // A client that vanished without a word must not hold its live streams for ever.
            limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(60);
            limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        });
}
