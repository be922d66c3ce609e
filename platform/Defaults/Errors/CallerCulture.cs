using System.Globalization;
using Grpc.Core;

namespace StudySuite.Defaults.Errors;

public static class CallerCulture
{
    /// <summary>The language of sentences for this caller: English when it is asked for first, else Chinese.</summary>
    public static CultureInfo Culture(this ServerCallContext context)
    {
        var wanted = context.RequestHeaders.GetValue("accept-language");
        return wanted is not null && wanted.TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? CultureInfo.GetCultureInfo("en")
            : CultureInfo.GetCultureInfo("zh");
    }
}
