using System.Buffers;
using System.Diagnostics;

namespace StudySuite.Gateway.Door;

/// <summary>
/// One id per call, the client's own when it is well-formed: in the answer, in logs, in traces and at the services.
/// </summary>
internal sealed class RequestId(RequestDelegate next, ILogger<RequestId> logger)
{
    public const string Header = "x-request-id";

    private const int MinLength = 8;
    private const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("Request {RequestId}");

    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header];
        var id = given is [{ } one] && IsWellFormed(one) ? one : Guid.CreateVersion7().ToString("N");

        context.TraceIdentifier = id;
        context.Request.Headers[Header] = id;
        Activity.Current?.SetTag("studysuite.request_id", id);

        using (Scope(logger, id))
        {
            await next(context);
        }
    }

    private static bool IsWellFormed(string id) =>
        id.Length is >= MinLength and <= MaxLength && !id.AsSpan().ContainsAnyExcept(Allowed);
}
