using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Outgoing;

namespace StudySuite.Notifications.Senders;

/// <summary>Group robots, each with its vendor's form and signature; all answer 200 and tell of a refusal in JSON.</summary>
internal sealed class RobotSender(OutgoingHttp http, TimeProvider clock)
{
    // 企业微信 takes 2048 bytes, the others more.
    private const int MostBytes = 2000;

    public async Task<Outcome> SendAsync(
        ChannelKind kind, Language language, Uri address, string secret, IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken)
    {
        var text = Join(notices, language);
        var (target, message) = kind switch
        {
            ChannelKind.WecomRobot => (address, (object)new { msgtype = "text", text = new { content = text } }),
            ChannelKind.DingtalkRobot => (
                SignedForDingtalk(address, secret), new { msgtype = "text", text = new { content = text } }),
            _ => (address, ForFeishu(secret, text)),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = JsonContent.Create(message) };
        using var response = await http.SendAsync(request, cancellationToken);

        var outcome = WebhookSender.OutcomeOf(response.StatusCode);
        return outcome.IsDelivered ? OutcomeOf(await response.Content.ReadAsStringAsync(cancellationToken)) : outcome;
    }

    private static string Join(IReadOnlyList<Notice> notices, Language language)
    {
        var text = new StringBuilder();
        for (var i = 0; i < notices.Count; i++)
        {
            var lines = notices[i].ToLines();
            // Room is kept for the line that says how many more there are.
            if (text.Length > 0 && Encoding.UTF8.GetByteCount($"{text}\n\n{lines}") > MostBytes - 100)
            {
                var more = (notices.Count - i).ToString(CultureInfo.InvariantCulture);
                return $"{text}\n\n{Inbox.AlertTexts.Say("More", Notice.CultureOf(language)).Replace("{count}", more, StringComparison.Ordinal)}";
            }

            text.Append(text.Length > 0 ? "\n\n" : "").Append(lines);
        }

        return text.ToString();
    }

    /// <summary>Milliseconds and HMAC over <c>timestamp\nsecret</c> in the query.</summary>
    private Uri SignedForDingtalk(Uri address, string secret)
    {
        if (secret.Length == 0)
        {
            return address;
        }

        var timestamp = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"));
        var and = address.Query.Length > 0 ? "&" : "?";
        return new Uri($"{address.OriginalString}{and}timestamp={timestamp}&sign={Uri.EscapeDataString(Convert.ToBase64String(sign))}");
    }

    /// <summary>Seconds and HMAC in the body; here <c>timestamp\nsecret</c> is the key and there is no text.</summary>
    private object ForFeishu(string secret, string text)
    {
        if (secret.Length == 0)
        {
            return new { msg_type = "text", content = new { text } };
        }

        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), Array.Empty<byte>()));
        return new { timestamp, sign, msg_type = "text", content = new { text } };
    }

    private static Outcome OutcomeOf(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            foreach (var field in new[] { "errcode", "code", "StatusCode" })
            {
                if (json.RootElement.ValueKind == JsonValueKind.Object
                    && json.RootElement.TryGetProperty(field, out var code) && code.TryGetInt64(out var number))
                {
                    return number switch
                    {
                        0 => Outcome.Delivered,
                        // Too many messages: 企业微信 45009, 钉钉 130101 and 660026, 飞书 9499 and 11232.
                        45009 or 130101 or 660026 or 9499 or 11232 => Outcome.Away($"ROBOT_{number}"),
                        _ => Outcome.Refused($"ROBOT_{number}"),
                    };
                }
            }
        }
        catch (JsonException)
        {
            // Not the robot's answer, told below.
        }

        return Outcome.Refused("ANSWER_UNKNOWN");
    }
}
