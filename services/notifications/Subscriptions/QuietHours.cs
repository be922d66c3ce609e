using System.Globalization;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Notifications.Subscriptions;

/// <summary>When nothing is sent out.</summary>
/// <param name="From">First quiet minute of a day in China, <c>HH:mm</c>; empty for none.</param>
/// <param name="Until">First minute that is not quiet any more; earlier than From for the night between.</param>
/// <param name="WorkdaysOnly">Quiet on holidays and weekends too.</param>
internal sealed record QuietHours(string From, string Until, bool WorkdaysOnly)
{
    public static readonly QuietHours None = new("", "", false);
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The moment itself, or the first after it that is not quiet.</summary>
    public DateTimeOffset Next(DateTimeOffset at, WorkCalendar calendar)
    {
        // Two rounds settle it: out of the night, over the holidays, out of that day's early hours.
        for (var round = 0; round < 2; round++)
        {
            at = AfterNight(at);
            if (WorkdaysOnly && !calendar.IsWorkday(at.InChina()))
            {
                at = Midnight(calendar.AddWorkdays(at.InChina(), 1));
            }
        }

        return at;
    }

    /// <summary>The next time of day at or after the moment, when digests go out.</summary>
    public static DateTimeOffset NextTime(string time, DateTimeOffset at)
    {
        var today = At(at.InChina(), Time(time));
        return today >= at ? today : today.AddDays(1);
    }

    public static bool IsTime(string text) => text.Length == 5
        && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private DateTimeOffset AfterNight(DateTimeOffset at)
    {
        if (From.Length == 0 || From == Until)
        {
            return at;
        }

        var (from, until) = (Time(From), Time(Until));
        var now = TimeOnly.FromDateTime(at.ToOffset(China).DateTime);
        // TimeOnly.IsBetween knows spans over midnight.
        if (!now.IsBetween(from, until))
        {
            return at;
        }

        var end = At(at.InChina(), until);
        return end > at ? end : end.AddDays(1);
    }

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Midnight(DateOnly day) => At(day, TimeOnly.MinValue);

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), China).ToUniversalTime();
}
