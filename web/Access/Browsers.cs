using System.Net;
using System.Security.Claims;

namespace StudySuite.Web.Access;

/// <summary>
/// From which address the person came, told to the gateway with every call (0049). It believes it from a web client that
/// stands in one of its trusted networks, and takes it away from everybody else.
/// </summary>
internal static class Browsers
{
    public const string Header = "X-Forwarded-For";

    /// <summary>The claim that carries it into a page's circuit; it is set anew by every request and kept nowhere.</summary>
    private const string ClaimType = "browser";

    /// <summary>What the gateway in front says, else the other end of the connection.</summary>
    public static void Remember(ClaimsPrincipal user, HttpContext context)
    {
        var told = context.Request.Headers[Header].ToString();
        if (IPAddress.TryParse(told, out var address) || (address = context.Connection.RemoteIpAddress) is not null)
        {
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(ClaimType, address.ToString()));
        }
    }

    public static string? Of(ClaimsPrincipal user) => user.FindFirstValue(ClaimType);

    public static void SayWhoseItIs(this HttpRequestMessage request, ClaimsPrincipal user)
    {
        if (Of(user) is { } address)
        {
            request.Headers.Add(Header, address);
        }
    }
}
