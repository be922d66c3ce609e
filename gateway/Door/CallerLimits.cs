using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace StudySuite.Gateway.Door;

/// <summary>
/// A token bucket per signed-in caller, so that one cannot take another's share even from the same address; one per
/// address for those who are not signed in.
/// </summary>
internal static partial class CallerLimits
{
    public static void AddCallerLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = OnRejectedAsync;
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<GatewayOptions>>((limiter, options) =>
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, CallerKey>(
                context => Bucket(CallerKey.Of(context), options.Value)));
    }

    private static RateLimitPartition<CallerKey> Bucket(CallerKey key, GatewayOptions options) =>
        RateLimitPartition.GetTokenBucketLimiter(key, caller => new TokenBucketRateLimiterOptions
        {
            TokenLimit = caller.IsSignedIn ? options.CallerBurst : options.AddressBurst,
            TokensPerPeriod = caller.IsSignedIn ? options.CallerPerSecond : options.AddressPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static ValueTask OnRejectedAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

        var logger = rejected.HttpContext.RequestServices.GetRequiredService<ILogger<RateLimiterOptions>>();
        Log.Limited(logger, CallerKey.Of(rejected.HttpContext));
        return ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        // Debug, because a flood of calls must not become a flood of lines; the rate is a metric of the rate limiter.
        [LoggerMessage(LogLevel.Debug, "Too many calls of {Caller}")]
        public static partial void Limited(ILogger logger, CallerKey caller);
    }
}
