using System.Globalization;

namespace StudySuite.Defaults.Requests;

public static class Dates
{
    // The suite's days are days in China; there is no daylight saving time.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Today's date in China.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().InChina();

    public static DateOnly InChina(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Beijing).DateTime);

    /// <summary>The instant at which a day begins in China.</summary>
    public static DateTimeOffset StartInChina(this DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, Beijing).ToUniversalTime();

    /// <summary><c>yyyy-MM-dd</c>, as dates stand in the API.</summary>
    public static string ToText(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string ToText(this DateOnly? date) => date?.ToText() ?? "";
}
