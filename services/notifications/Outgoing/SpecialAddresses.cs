using System.Net;
using System.Net.Sockets;

namespace StudySuite.Notifications.Outgoing;

/// <summary>Addresses that are not on the public internet, by IANA's special-purpose registries.</summary>
internal static class SpecialAddresses
{
    private static readonly IPNetwork[] Ranges =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
        }.Select(range => IPNetwork.Parse(range)),
    ];

    // Of IPv6 only 2000::/3 is given out; within it these are not, or lead on to IPv4.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotGlobal =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    public static bool IsPublic(IPAddress address)
    {
        address = Plain(address);
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Ranges.Any(range => range.Contains(address))
            : Global.Contains(address) && !NotGlobal.Any(range => range.Contains(address));
    }

    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
