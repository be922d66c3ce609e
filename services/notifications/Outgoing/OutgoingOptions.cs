using System.ComponentModel.DataAnnotations;
using System.Net;

namespace StudySuite.Notifications.Outgoing;

/// <summary>Section <c>Notifications:Outgoing</c>: where the suite may connect to at all. Nowhere by default.</summary>
internal sealed class OutgoingOptions : IValidatableObject
{
    /// <summary>
    /// Hosts that channels may name: <c>host</c> for the usual ports, <c>host:port</c>, <c>host:*</c>, <c>*.example.cn</c> for all
    /// below a domain. Operators set this, not administrators of channels.
    /// </summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>
    /// Networks (CIDR) of private or local addresses that may be reached, such as <c>10.1.2.0/24</c>. All other
    /// addresses that are not public are refused, whatever a name resolves to.
    /// </summary>
    public string[] PrivateNetworks { get; set; } = [];

    /// <summary>Lets <c>http</c> and mail without TLS pass, for receivers inside.</summary>
    public bool AllowPlain { get; set; }

    /// <summary>
    /// PEM file with certificates of authorities that receivers inside show, beside those that the machine trusts; none when
    /// empty.
    /// </summary>
    public string AuthoritiesFile { get; set; } = "";

    /// <summary>Seconds that one try may take.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => PrivateNetworks
        .Where(network => !IPNetwork.TryParse(network, out _))
        .Select(network => new ValidationResult(
            $"Notifications:Outgoing:PrivateNetworks: \"{network}\" is not a network such as 10.0.0.0/8",
            [nameof(PrivateNetworks)]))
        .Concat(AuthoritiesFile.Length == 0 || File.Exists(AuthoritiesFile) ? [] :
        [
            new ValidationResult(
                $"Notifications:Outgoing:AuthoritiesFile: there is no file \"{AuthoritiesFile}\"", [nameof(AuthoritiesFile)]),
        ]);
}
