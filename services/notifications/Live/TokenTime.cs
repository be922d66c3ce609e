using System.Globalization;
using System.Security.Claims;

namespace StudySuite.Notifications.Live;

internal static class TokenTime
{
    /// <summary>How long the token still lets a stream run, at most the time given.</summary>
    public static TimeSpan TimeLeft(this ClaimsPrincipal user, TimeSpan longest, TimeProvider clock)
    {
        if (!long.TryParse(user.FindFirstValue("exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return longest;
        }

        var left = DateTimeOffset.FromUnixTimeSeconds(seconds) - clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < longest ? left : longest;
    }
}
