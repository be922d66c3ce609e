using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace StudySuite.Gateway.Door;

/// <summary>
/// Refusals of REST calls as <c>application/problem+json</c> (RFC 9457) for clients that ask for it in <c>Accept</c>;
/// others get <c>google.rpc.Status</c>, which says the same. See decision 62.
/// </summary>
internal sealed class ProblemAnswers(RequestDelegate next)
{
    public const string Type = "application/problem+json";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Headers.Accept.ToString().Contains(Type, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var body = new HeldBody(context.Response, inner);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        ReadOnlyMemory<byte> kept;
        try
        {
            await next(context);
            kept = await body.FinishAsync();
        }
        finally
        {
            context.Features.Set(inner);
        }

        if (kept.Length > 0)
        {
            await AnswerAsync(context, kept);
        }
    }

    private static async Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> kept)
    {
        if (Read(kept) is { } problem)
        {
            problem["status"] = context.Response.StatusCode;
            context.Response.ContentType = Type;
            kept = JsonSerializer.SerializeToUtf8Bytes(problem);
        }

        context.Response.ContentLength = kept.Length;
        await context.Response.Body.WriteAsync(kept, context.RequestAborted);
    }

    private static JsonObject? Read(ReadOnlyMemory<byte> status)
    {
        try
        {
            var said = JsonNode.Parse(status.Span);
            var details = said?["details"]?.AsArray();
            var info = details?.FirstOrDefault(detail => detail?["reason"] is not null);
            if (info is null)
            {
                return null;
            }

            var (reason, domain) = ((string?)info["reason"], (string?)info["domain"] ?? "");
            return new JsonObject
            {
                ["type"] = $"urn:studysuite:{domain.Split('.')[0]}:{reason}",
                ["title"] = reason,
                ["detail"] = (string?)said!["message"],
                ["reason"] = reason,
                ["domain"] = domain,
                ["metadata"] = info["metadata"]?.DeepClone() ?? new JsonObject(),
                ["violations"] = details!.Select(detail => detail?["fieldViolations"])
                    .FirstOrDefault(it => it is not null)?.DeepClone() ?? new JsonArray(),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
