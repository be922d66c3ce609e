using StudySuite.Notifications.Subscriptions;
using StudySuite.Roster;

namespace StudySuite.Notifications.Tests.Settings;

public sealed class QuietHoursTests
{
    // The New Year's holiday of 2024, with the days around it.
    private static readonly WorkCalendar Calendar =
        new([new(2023, 12, 30), new(2023, 12, 31), new(2024, 1, 1)], [new(2024, 1, 6)]);

    [Theory]
    [InlineData("22:00", "07:00", false, "2023-12-20 12:00", "2023-12-20 12:00")]
    [InlineData("22:00", "07:00", false, "2023-12-20 22:00", "2023-12-21 07:00")]
    [InlineData("22:00", "07:00", false, "2023-12-20 06:59", "2023-12-20 07:00")]
    [InlineData("22:00", "07:00", false, "2023-12-20 07:00", "2023-12-20 07:00")]
    [InlineData("12:00", "14:00", false, "2023-12-20 13:00", "2023-12-20 14:00")]
    [InlineData("", "", true, "2023-12-29 23:00", "2023-12-29 23:00")]
    [InlineData("", "", true, "2023-12-30 09:00", "2024-01-02 00:00")]
    [InlineData("22:00", "07:00", true, "2023-12-29 23:00", "2024-01-02 07:00")]
    [InlineData("22:00", "07:00", true, "2024-01-06 09:00", "2024-01-06 09:00")]
    [InlineData("22:00", "07:00", true, "2024-01-07 09:00", "2024-01-08 07:00")]
    public void Next_Moment_FirstThatIsNotQuiet(string from, string until, bool workdaysOnly, string at, string expected) =>
        Assert.Equal(China(expected), new QuietHours(from, until, workdaysOnly).Next(China(at), Calendar));

    [Theory]
    [InlineData("08:00", "2023-12-20 07:59", "2023-12-20 08:00")]
    [InlineData("08:00", "2023-12-20 08:00", "2023-12-20 08:00")]
    [InlineData("08:00", "2023-12-20 08:01", "2023-12-21 08:00")]
    [InlineData("00:30", "2023-12-20 23:00", "2023-12-21 00:30")]
    public void NextTime_OfDay_AtOrAfter(string time, string at, string expected) =>
        Assert.Equal(China(expected), QuietHours.NextTime(time, China(at)));

    private static DateTimeOffset China(string text) =>
        new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
