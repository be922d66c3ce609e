using System.Globalization;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.WorkCalendars;

/// <summary>The work calendars that come with the suite, as a client reads them.</summary>
public sealed class ShippedCalendarTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    /// <summary>
    /// However holidays are moved and made up for, a year has as many weekdays off, make-up days taken away, as the
    /// regulation on public holidays gives: 11 (State Council Order 644), 13 from 2025 on (Order 795).
    /// </summary>
    [Theory]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public async Task GetWorkCalendar_Shipped_AddsUpToTheStatutoryHolidays(int year, int statutory)
    {
        var calendar = await new WorkCalendarService.WorkCalendarServiceClient(directory.SystemAdmin)
            .GetWorkCalendarAsync(new GetWorkCalendarRequest { Name = $"workCalendars/{year}" });
        var holidays = calendar.Holidays.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var workdays = calendar.Workdays.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();

        Assert.Contains($"{year}年部分节假日安排", calendar.Source, StringComparison.Ordinal);
        Assert.All(holidays.Concat(workdays), day => Assert.Equal(year, day.Year));
        Assert.Equal(holidays.Distinct().Order(), holidays);
        Assert.Equal(workdays.Distinct().Order(), workdays);
        Assert.All(workdays, day => Assert.True(IsWeekend(day), $"{day} is no weekend"));
        Assert.Empty(holidays.Intersect(workdays));
        Assert.Equal(statutory, holidays.Count(day => !IsWeekend(day)) - workdays.Count);
    }

    /// <summary>The dates on which the holidays fall every year, and those that the moon sets.</summary>
    [Theory]
    [InlineData("2023-01-01", "2023-01-22", "2023-04-05", "2023-05-01", "2023-06-22", "2023-09-29", "2023-10-01")]
    [InlineData("2024-01-01", "2024-02-10", "2024-04-04", "2024-05-01", "2024-06-10", "2024-09-17", "2024-10-01")]
    [InlineData("2025-01-01", "2025-01-29", "2025-04-04", "2025-05-01", "2025-05-31", "2025-10-06", "2025-10-01")]
    [InlineData("2026-01-01", "2026-02-17", "2026-04-05", "2026-05-01", "2026-06-19", "2026-09-25", "2026-10-01")]
    public async Task GetWorkCalendar_Shipped_HasTheSevenFestivals(params string[] festivals)
    {
        var calendar = await new WorkCalendarService.WorkCalendarServiceClient(directory.SystemAdmin)
            .GetWorkCalendarAsync(new GetWorkCalendarRequest { Name = $"workCalendars/{festivals[0][..4]}" });

        Assert.Empty(festivals.Except(calendar.Holidays));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
