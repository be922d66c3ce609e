using System.Text.Json;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace StudySuite.Gateway.Proxy;

/// <summary>What was wrong with a body or a query that could not even be read, in English, as the service's reader says it.</summary>
internal sealed record Unreadable(string Said);

/// <summary>
/// A body or query that cannot be read is refused by the service's JSON transcoder before any code of the service runs:
/// a sentence in English and no reason. Its answer is taken away here, so that the door gives one with a reason.
/// </summary>
internal static class BareRefusals
{
    public static void Replace(TransformBuilderContext transforms) => transforms.AddResponseTransform(async response =>
    {
        if (response.ProxyResponse is not { StatusCode: System.Net.HttpStatusCode.BadRequest } from
            || from.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return;
        }

        response.SuppressResponseBody = true;
        var answer = response.HttpContext.Response;
        var body = await from.Content.ReadAsByteArrayAsync(response.CancellationToken);
        if (BareMessageOf(body) is { } said)
        {
            answer.ContentType = null;
            answer.ContentLength = null;
            response.HttpContext.Features.Set(new Unreadable(said));
            return;
        }

        await answer.Body.WriteAsync(body, response.CancellationToken);
    });

    private static string? BareMessageOf(byte[] body)
    {
        try
        {
            using var said = JsonDocument.Parse(body);
            return said.RootElement.ValueKind == JsonValueKind.Object
                && said.RootElement.TryGetProperty("message", out var message)
                && (!said.RootElement.TryGetProperty("details", out var details) || details.GetArrayLength() == 0)
                ? message.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
