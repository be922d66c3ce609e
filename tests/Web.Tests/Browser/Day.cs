using System.Globalization;

namespace StudySuite.Web.Tests.Browser;

/// <summary>Days in China.</summary>
internal static class Day
{
    public static DateOnly Now => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    public static string Today => Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
