using StudySuite.Defaults.Deadlines;
using StudySuite.Roster;

namespace StudySuite.Platform.Tests.Deadlines;

public sealed class DeadlineTests
{
    // Monday 1 and Tuesday 2 January are off, Saturday 6 January is worked.
    private static readonly WorkCalendar Calendar = new([new(2024, 1, 1), new(2024, 1, 2)], [new(2024, 1, 6)]);

    private static readonly AlertLadder Filing = new(
        new("DUE_SOON", -10), new("DUE", 0), new("OVERDUE", 5));

    private static readonly AlertLadder Report = new(
        new("DUE_SOON", -3, DayKind.Working), new("DUE", 0), new("OVERDUE", 1), new("ESCALATED", 5, DayKind.Working));

    [Theory]
    [InlineData("2024-01-20", null)]
    [InlineData("2024-01-21", "DUE_SOON")]
    [InlineData("2024-01-30", "DUE_SOON")]
    [InlineData("2024-01-31", "DUE")]
    [InlineData("2024-02-04", "DUE")]
    [InlineData("2024-02-05", "OVERDUE")]
    [InlineData("2030-01-01", "OVERDUE")]
    public void Reached_InCalendarDays_IsTheHighest(string today, string? level) =>
        Assert.Equal(level, Filing.Reached(new Deadline(new(2024, 1, 31)), DateOnly.Parse(today, null), Calendar)?.Name);

    // Due on Wednesday 3 January: the working days before it are 29, 28 and 27 December.
    [Theory]
    [InlineData("2023-12-26", null)]
    [InlineData("2023-12-27", "DUE_SOON")]
    [InlineData("2024-01-03", "DUE")]
    [InlineData("2024-01-04", "OVERDUE")]
    [InlineData("2024-01-08", "OVERDUE")]
    [InlineData("2024-01-09", "ESCALATED")]
    public void Reached_InWorkingDays_SkipsHolidaysAndCountsMakeUpDays(string today, string? level) =>
        Assert.Equal(level, Report.Reached(new Deadline(new(2024, 1, 3)), DateOnly.Parse(today, null), Calendar)?.Name);

    [Fact]
    public void Reached_WhilePaused_IsNone() =>
        Assert.Null(Filing.Reached(new Deadline(new(2024, 1, 31)).Pause(new(2024, 1, 10)), new(2025, 1, 1), Calendar));

    [Fact]
    public void Resume_MovesTheDueDateByTheDaysLost()
    {
        var calendar = new Deadline(new(2024, 1, 31)).Pause(new(2024, 1, 10));
        var working = new Deadline(new(2024, 1, 3), Days: DayKind.Working).Pause(new(2023, 12, 29));

        Assert.Equal(new(2024, 2, 5), calendar.Pause(new(2024, 1, 12)).Resume(new(2024, 1, 15), Calendar).DueOn);
        // 29 December and 3 January are lost; 4 and 5 January take their place.
        Assert.Equal(new(2024, 1, 5), working.Resume(new(2024, 1, 4), Calendar).DueOn);
        Assert.Equal(new(2024, 1, 3), working.Resume(new(2023, 12, 20), Calendar).DueOn);
        Assert.False(working.Resume(new(2024, 1, 4), Calendar).IsPaused);
    }

    [Fact]
    public void DueUntil_LeavesOutNoDeadlineThatHasReachedALevel()
    {
        for (var today = new DateOnly(2023, 12, 20); today < new DateOnly(2024, 1, 20); today = today.AddDays(1))
        {
            foreach (var due in Enumerable.Range(1, 30).Select(today.AddDays))
            {
                Assert.True(due <= Report.DueUntil(today, Calendar) || Report.Reached(new(due), today, Calendar) is null, $"{today} {due}");
            }
        }
    }

    [Fact]
    public void Ladder_OutOfOrder_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new AlertLadder(new("DUE", 0), new AlertLevel("DUE_SOON", -3)));
}
