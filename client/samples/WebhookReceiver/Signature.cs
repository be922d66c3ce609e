using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StudySuite.WebhookReceiver;

/// <summary>Checks what Standard Webhooks sign: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal sealed class Signature(string secret, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] key = secret.StartsWith("whsec_", StringComparison.Ordinal)
        ? Convert.FromBase64String(secret["whsec_".Length..])
        : Encoding.UTF8.GetBytes(secret);

    public bool IsGood(IHeaderDictionary headers, byte[] body)
    {
        var (id, timestamp) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        if (id.Length == 0
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        // An old one may be a copy that somebody recorded.
        if ((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(key, signed);
        // There may be several, while a secret is being changed.
        return headers["webhook-signature"].ToString().Split(' ').Any(given => Matches(given, expected));
    }

    private static bool Matches(string given, byte[] expected)
    {
        var bytes = new byte[expected.Length];
        return given.StartsWith("v1,", StringComparison.Ordinal)
            && Convert.TryFromBase64String(given["v1,".Length..], bytes, out var length)
            && length == expected.Length
            && CryptographicOperations.FixedTimeEquals(bytes, expected);
    }
}

/// <summary>Ids of the last deliveries. A real receiver keeps them beside its data, in the same transaction.</summary>
internal sealed class Seen
{
    private const int Most = 10_000;
    private readonly HashSet<string> ids = [];
    private readonly Queue<string> order = [];
    private readonly Lock gate = new();

    public bool IsNew(string id)
    {
        lock (gate)
        {
            if (!ids.Add(id))
            {
                return false;
            }

            order.Enqueue(id);
            if (order.Count > Most)
            {
                ids.Remove(order.Dequeue());
            }

            return true;
        }
    }
}
