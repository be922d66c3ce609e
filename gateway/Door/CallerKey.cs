using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace StudySuite.Gateway.Door;

/// <summary>Whom calls are counted against, as a hash: memory and logs need not hold who it is.</summary>
internal readonly record struct CallerKey(ulong Hash, bool IsSignedIn)
{
    public static CallerKey Of(HttpContext context) =>
        context.User.FindFirst("sub")?.Value is { } subject
            ? new CallerKey(HashOf(Encoding.UTF8.GetBytes(subject)), true)
            : new CallerKey(HashOf(NetworkOf(context.Connection.RemoteIpAddress)), false);

    public override string ToString() => $"{(IsSignedIn ? "caller" : "address")} {Hash:x16}";

    // One subscriber holds a whole /64 of IPv6, and would else have as many buckets as it likes.
    private static ReadOnlySpan<byte> NetworkOf(IPAddress? address) => address switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => address.GetAddressBytes().AsSpan(0, 8),
        _ => address.GetAddressBytes(),
    };

    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
