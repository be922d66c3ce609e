using CsCheck;
using StudySuite.Roster;

namespace StudySuite.Platform.Tests.Roster;

/// <summary>Working-day arithmetic against plain counting, over any holidays and make-up workdays.</summary>
public sealed class WorkCalendarTests
{
    private static readonly DateOnly Start = new(2023, 1, 1);
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 730].Select(Start.AddDays);
    private static readonly Gen<int> Count = Gen.Int[0, 90];

    private static readonly Gen<WorkCalendar> Calendar =
        from holidays in Day.List[0, 80]
        from workdays in Day.List[0, 20]
        select new WorkCalendar(holidays.Except(workdays), workdays);

    [Fact]
    public void AddWorkdays_AnyCount_PassesExactlyThatManyWorkdays() => Gen.Select(Calendar, Day, Count).Sample((calendar, day, count) =>
        calendar.AddWorkdays(day, count) is var end && WorkdaysBetween(calendar, day.AddDays(1), end) == count
        && calendar.AddWorkdays(day, -count) is var start && WorkdaysBetween(calendar, start, day.AddDays(-1)) == count);

    [Fact]
    public void AddWorkdays_AnyCountButNone_EndsOnAWorkday() => Gen.Select(Calendar, Day, Count).Sample((calendar, day, count) =>
        calendar.IsWorkday(calendar.AddWorkdays(day, count + 1)) && calendar.IsWorkday(calendar.AddWorkdays(day, -count - 1))
        && calendar.AddWorkdays(day, 0) == day);

    [Fact]
    public void AddWorkdays_InTwoSteps_IsInOne() => Gen.Select(Calendar, Day, Count, Count).Sample((calendar, day, first, second) =>
        calendar.AddWorkdays(calendar.AddWorkdays(day, first), second) == calendar.AddWorkdays(day, first + second)
        && calendar.AddWorkdays(calendar.AddWorkdays(day, -first), -second) == calendar.AddWorkdays(day, -first - second));

    [Fact]
    public void AddWorkdays_ThereAndBack_IsTheWorkdayItBeganOn() => Gen.Select(Calendar, Day, Count).Sample((calendar, day, count) =>
        !calendar.IsWorkday(day) || calendar.AddWorkdays(calendar.AddWorkdays(day, count), -count) == day);

    [Fact]
    public void AddWorkdays_FromALaterDay_EndsNoEarlier() => Gen.Select(Calendar, Day, Day, Count).Sample((calendar, one, other, count) =>
        (one <= other) == (calendar.AddWorkdays(one, count) <= calendar.AddWorkdays(other, count))
        || calendar.AddWorkdays(one, count) == calendar.AddWorkdays(other, count));

    [Fact]
    public void IsWorkday_MakeUpDayAndHoliday_StandAboveTheWeekday()
    {
        // The spring festival of 2023: Saturday 28 January is worked, Friday the 27th is off.
        var calendar = new WorkCalendar([new(2023, 1, 27)], [new(2023, 1, 28), new(2023, 1, 29)]);

        Assert.False(calendar.IsWorkday(new(2023, 1, 27)));
        Assert.True(calendar.IsWorkday(new(2023, 1, 28)));
        Assert.Equal(new(2023, 1, 30), calendar.AddWorkdays(new(2023, 1, 26), 3));
    }

    private static int WorkdaysBetween(WorkCalendar calendar, DateOnly first, DateOnly last) =>
        Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Count(i => calendar.IsWorkday(first.AddDays(i)));
}
