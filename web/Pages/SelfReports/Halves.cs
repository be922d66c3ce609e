using System.Globalization;

namespace StudySuite.Web.Pages.SelfReports;

/// <summary>Half-years as the contract names them, such as <c>2023-1</c>.</summary>
internal static class Halves
{
    /// <summary>The last one that is over.</summary>
    public static string LastOver(DateTimeOffset now) => now.Month > 6
        ? string.Create(CultureInfo.InvariantCulture, $"{now.Year}-1")
        : string.Create(CultureInfo.InvariantCulture, $"{now.Year - 1}-2");

    /// <summary>From the last one that is over back to the first of 2023, the newest first.</summary>
    public static IEnumerable<string> Over(DateTimeOffset now)
    {
        for (var (year, half) = (now.Month > 6 ? now.Year : now.Year - 1, now.Month > 6 ? 1 : 2); year >= 2023;)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{year}-{half}");
            (year, half) = half == 2 ? (year, 1) : (year - 1, 2);
        }
    }

    public static (string Year, bool IsFirst) Parts(string period) => (period[..4], period.EndsWith("-1", StringComparison.Ordinal));
}
