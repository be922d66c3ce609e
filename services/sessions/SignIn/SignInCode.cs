using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.SignIn;

/// <summary>
/// The code on the screen: HMAC-SHA256 of the session and the time step under the session's key. Only the server's clock
/// counts; the step before and after are taken too, for slow hands and two replicas' clocks.
/// </summary>
internal static class SignInCode
{
    public const int StepSeconds = 30;

    private const int Digits = 8;

    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static DateTimeOffset EndOf(long step) => DateTimeOffset.FromUnixTimeSeconds((step + 1) * StepSeconds);

    /// <summary>What the QR holds, 43 characters.</summary>
    public static string Scanned(byte[] key, SessionName session, long step) => Base64Url.EncodeToString(Hash(key, session, step));

    /// <summary>Eight digits to type, taken from the hash as in RFC 4226.</summary>
    public static string Typed(byte[] key, SessionName session, long step)
    {
        var hash = Hash(key, session, step);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fff_ffff;
        return (number % 100_000_000).ToString("d8", CultureInfo.InvariantCulture);
    }

    public static bool IsGood(string code, byte[] key, SessionName session, DateTimeOffset now)
    {
        var step = StepOf(now);
        var given = Encoding.ASCII.GetBytes(code);
        var isGood = false;
        for (var near = step - 1; near <= step + 1; near++)
        {
            var expected = code.Length == Digits ? Typed(key, session, near) : Scanned(key, session, near);
            isGood |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(expected));
        }

        return isGood;
    }

    private static byte[] Hash(byte[] key, SessionName session, long step) => HMACSHA256.HashData(
        key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{session}\n{step}")));
}
