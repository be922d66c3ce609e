using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>An authenticator app (RFC 6238): reads the key from the page, shows six digits.</summary>
public static partial class Totp
{
    public static string KeyIn(string html) => KeyPattern().Match(html).Groups[1].Value.Replace(" ", "");

    public static string Code(string key, int stepsLater = 0)
    {
        var counter = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + stepsLater);
        Array.Reverse(counter);
#pragma warning disable CA5350 // SHA-1 is what the apps do.
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return $"{number % 1_000_000:d6}";
    }

    private static byte[] FromBase32(string text)
    {
        var (bytes, bits, buffer) = (new List<byte>(), 0, 0);
        foreach (var letter in text)
        {
            buffer = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter)) & 0xFFFF;
            if ((bits += 5) >= 8)
            {
                bytes.Add((byte)(buffer >> (bits -= 8)));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("<code>([A-Z2-7 ]{16,})</code>")]
    private static partial Regex KeyPattern();
}
