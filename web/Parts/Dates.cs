using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace StudySuite.Web.Parts;

/// <summary>Times as the county's clocks show them.</summary>
internal static class Dates
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Day(this Timestamp? time) => Show(time, "yyyy-MM-dd");

    public static string Minute(this Timestamp? time) => Show(time, "yyyy-MM-dd HH:mm");

    public static string Clock(this Timestamp? time) => Show(time, "HH:mm");

    /// <summary>The county's day, as the services count it, whatever zone this machine is in.</summary>
    public static string Today(this TimeProvider clock) => Timestamp.FromDateTimeOffset(clock.GetUtcNow()).Day();

    public static int ThisYear(this TimeProvider clock) => clock.Now().Year;

    /// <summary>The county's time.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().ToOffset(China);

    private static string Show(Timestamp? time, string format) =>
        time?.ToDateTimeOffset().ToOffset(China).ToString(format, CultureInfo.InvariantCulture) ?? "";
}
