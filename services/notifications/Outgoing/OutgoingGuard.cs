using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace StudySuite.Notifications.Outgoing;

/// <summary>The connection is refused before it is made.</summary>
internal sealed class AddressForbidden(string host) : IOException($"{host} leads to an address that is not allowed");

/// <summary>
/// Keeps the suite from being used to reach what its operator did not allow (SSRF): hosts by list, and at the moment of
/// connecting the addresses they resolve to. What was checked is what is connected to; a name is not resolved twice.
/// </summary>
internal sealed class OutgoingGuard(IOptions<OutgoingOptions> options)
{
    private readonly List<IPNetwork> networks = [.. options.Value.PrivateNetworks.Select(network => IPNetwork.Parse(network))];

    public TimeSpan Timeout => TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    /// <summary>Reason why a channel may not have the address; null when it may.</summary>
    public string? Refuse(Uri address, bool isMail)
    {
        if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            return "ADDRESS_NOT_PLAIN";
        }

        var isSecure = isMail ? address.Scheme is "smtps" or "smtp" : address.Scheme == "https";
        if (!isSecure && !(options.Value.AllowPlain && address.Scheme == "http" && !isMail))
        {
            return isMail ? "ADDRESS_NOT_SMTP" : "ADDRESS_NOT_HTTPS";
        }

        return options.Value.Hosts.Any(entry => Allows(entry, address, isMail)) ? null : "ADDRESS_NOT_ALLOWED";
    }

    /// <summary>Mail goes over TLS unless the operator allows otherwise.</summary>
    public bool RequiresTls => !options.Value.AllowPlain;

    /// <exception cref="AddressForbidden">None of the host's addresses may be reached.</exception>
    public async Task<Socket> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var resolved = IPAddress.TryParse(host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = resolved.Where(MayReach).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressForbidden(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public bool MayReach(IPAddress address) =>
        SpecialAddresses.IsPublic(address) || networks.Exists(network => network.Contains(SpecialAddresses.Plain(address)));

    private static bool Allows(string entry, Uri address, bool isMail)
    {
        // An address of IPv6 has colons of its own and stands in brackets.
        var colon = entry.EndsWith(']') ? -1 : entry.LastIndexOf(':');
        var (host, port) = colon > 0 ? (entry[..colon], entry[(colon + 1)..]) : (entry, "");
        var isPort = port == "*" || (port.Length > 0
            ? port == address.Port.ToString(CultureInfo.InvariantCulture)
            : isMail ? address.Port is 25 or 465 or 587
            : address.IsDefaultPort);
        return isPort && (host.StartsWith("*.", StringComparison.Ordinal)
            ? address.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : address.IdnHost.Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase));
    }
}
