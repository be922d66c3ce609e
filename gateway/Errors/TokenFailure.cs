using Microsoft.AspNetCore.Authentication;

namespace StudySuite.Gateway.Errors;

internal static class TokenFailure
{
    /// <summary>Why the caller's token was not accepted; null when there was none or it is good.</summary>
    public static Exception? Of(HttpContext context)
    {
        var failure = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure;
        return failure is AggregateException { InnerExceptions: [var first, ..] } ? first : failure;
    }
}
