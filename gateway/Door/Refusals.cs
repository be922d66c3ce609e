using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Authentication;
using StudySuite.Defaults.Authentication;
using StudySuite.Gateway.Errors;

namespace StudySuite.Gateway.Door;

/// <summary>
/// The one place where an error without a word of explanation (no token, too many calls, service away, ...) gets
/// one, in the form the services use: JSON for REST, a rich status for gRPC.
/// </summary>
internal sealed class Refusals(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        var response = context.Response;
        if (response.StatusCode < 400 || response.HasStarted || response.ContentType is not null || response.ContentLength > 0)
        {
            return;
        }

        // The handler remembers what it found, so asking again costs nothing.
        var failure = response.StatusCode == StatusCodes.Status401Unauthorized
            ? (await context.AuthenticateAsync()).Failure
            : null;
        if (failure is not null && await TokenKeys.AreMissingAsync(context))
        {
            response.Headers.Remove("www-authenticate");
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        var refusal = Refusal.Of(response.StatusCode, failure);
        var status = refusal.ToStatus(context);
        if (IsGrpc(context))
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentLength = null;
            response.ContentType = "application/grpc";
            response.Headers["grpc-status"] = ((int)refusal.Grpc).ToString(CultureInfo.InvariantCulture);
            response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
            response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
            return;
        }

        response.StatusCode = refusal.Http;
        response.ContentLength = null;
        response.ContentType = "application/json; charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.WriteAsync(Refusal.Json.Format(status), context.RequestAborted);
        }
    }

    private static bool IsGrpc(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
