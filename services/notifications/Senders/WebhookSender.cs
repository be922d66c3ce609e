using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Outgoing;

namespace StudySuite.Notifications.Senders;

/// <summary>CloudEvents 1.0 in JSON's structured mode, signed as Standard Webhooks say.</summary>
internal sealed class WebhookSender(OutgoingHttp http, TimeProvider clock)
{
    private const string Source = "/studysuite/notifications";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public async Task<Outcome> SendAsync(Uri address, string secret, Notice notice, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ToCloudEvent(notice), Json);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add("webhook-id", notice.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Sign(secret, notice.Id, timestamp, body)}");

        using var response = await http.SendAsync(request, cancellationToken);
        return OutcomeOf(response.StatusCode);
    }

    /// <summary>Base64 of HMAC-SHA256 over <c>id.timestamp.body</c>; a secret <c>whsec_…</c> is base64 itself.</summary>
    public static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, KeyOf(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Convert.ToBase64String(hmac.GetHashAndReset());
    }

    /// <summary>A redirect is no delivery, and is not followed.</summary>
    public static Outcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => Outcome.Delivered,
        408 or 429 or >= 500 => Outcome.Away($"HTTP_{(int)status}"),
        _ => Outcome.Refused($"HTTP_{(int)status}"),
    };

    private static byte[] KeyOf(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith("whsec_", StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret["whsec_".Length..], key, out var length)
            ? key[..length]
            : Encoding.UTF8.GetBytes(secret);
    }

    private static object ToCloudEvent(Notice notice) => new
    {
        specversion = "1.0",
        id = notice.Id,
        source = Source,
        type = notice.Kind == "TEST" ? "studysuite.notifications.test.v1" : "studysuite.notifications.alert.v1",
        subject = notice.Subject,
        time = notice.Time,
        datacontenttype = "application/json",
        data = new
        {
            notice.Kind,
            notice.Level,
            notice.Title,
            notice.Text,
            Unit = notice.Unit.Length > 0 ? $"units/{notice.Unit}" : null,
            UnitName = notice.UnitName.Length > 0 ? notice.UnitName : null,
            Number = notice.Number.Length > 0 ? notice.Number : null,
            Day = notice.Day?.ToText(),
            Link = notice.Link.Length > 0 ? notice.Link : null,
        },
    };
}
