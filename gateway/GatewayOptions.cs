using System.ComponentModel.DataAnnotations;
using System.Net;

namespace StudySuite.Gateway;

/// <summary>Section <c>Gateway</c>. Ports are in <c>Listen</c>, certificates in <c>Kestrel:Endpoints</c>.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    public const string Section = "Gateway";

    /// <summary>Calls per second of one signed-in caller, on average.</summary>
    [Range(1, 1_000_000)]
    public int CallerPerSecond { get; set; } = 200;

    /// <summary>Calls one signed-in caller may make at once before the average counts.</summary>
    [Range(1, 1_000_000)]
    public int CallerBurst { get; set; } = 1_000;

    /// <summary>The same for all who are not signed in and share an address; a county may sit behind one address.</summary>
    [Range(1, 1_000_000)]
    public int AddressPerSecond { get; set; } = 100;

    [Range(1, 1_000_000)]
    public int AddressBurst { get; set; } = 500;

    /// <summary>Largest body of a call; a route may set its own <c>MaxRequestBodySize</c>.</summary>
    [Range(1_024, 1_073_741_824)]
    public long MaxBodyBytes { get; set; } = 4 * 1_024 * 1_024;

    /// <summary>All header fields of a call together; a token with many grants must fit.</summary>
    [Range(4_096, 1_048_576)]
    public int MaxHeaderBytes { get; set; } = 32 * 1_024;

    /// <summary>Seconds a client may take to send its header.</summary>
    [Range(1, 600)]
    public int HeaderSeconds { get; set; } = 10;

    /// <summary>Web origins that may call from a browser, as <c>https://host[:port]</c>; none by default.</summary>
    public string[] CorsOrigins { get; set; } = [];

    /// <summary>Networks (CIDR) of load balancers whose <c>X-Forwarded-*</c> are believed; none by default.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>
    /// How often destinations' names are resolved anew, so that every replica behind a name gets its share; unset:
    /// a name is one destination. HTTP/2 keeps connections, so balancing by DNS or a virtual address alone would not.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan? ResolveEvery { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var origin in CorsOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return new ValidationResult(
                $"Gateway:CorsOrigins: \"{origin}\" is not an origin such as https://study.example.cn", [nameof(CorsOrigins)]);
        }

        foreach (var network in TrustedProxies.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            yield return new ValidationResult(
                $"Gateway:TrustedProxies: \"{network}\" is not a network such as 10.0.0.0/8", [nameof(TrustedProxies)]);
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && uri.GetLeftPart(UriPartial.Authority) == text;
}
