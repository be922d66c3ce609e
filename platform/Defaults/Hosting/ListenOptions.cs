using System.ComponentModel.DataAnnotations;

namespace StudySuite.Defaults.Hosting;

/// <summary>
/// Section <c>Listen</c>. Without TLS one port cannot serve HTTP/1.1 and HTTP/2 both, hence two.
/// </summary>
public sealed class ListenOptions
{
    /// <summary>IP address, or <c>*</c> for all.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>HTTP/1.1: REST, pages, health.</summary>
    [Range(1, 65535)]
    public int HttpPort { get; set; } = 8080;

    /// <summary>HTTP/2 without TLS: gRPC, and REST from the gateway.</summary>
    [Range(1, 65535)]
    public int GrpcPort { get; set; } = 8081;

    /// <summary>
    /// HTTP/1.1 with nothing but <c>/metrics</c> in Prometheus' form; 0: there is none. A port of its own, so that a
    /// firewall can keep it from those who may call.
    /// </summary>
    [Range(0, 65535)]
    public int MetricsPort { get; set; }

    /// <summary>
    /// How long calls are still taken after the order to stop, so that a load balancer sees <c>/health/ready</c> refuse
    /// and sends them elsewhere: the gateway asks every 2 seconds. 0 where there is one replica only.
    /// </summary>
    [Range(0, 25)]
    public int DrainSeconds { get; set; }
}
