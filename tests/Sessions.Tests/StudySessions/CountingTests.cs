using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Tests.StudySessions;

public sealed class CountingTests
{
    [Theory]
    [InlineData(new[] { SessionForm.Discussion }, false, "collective discussion")]
    [InlineData(new[] { SessionForm.Lecture }, false, "collective lecture")]
    [InlineData(new[] { SessionForm.Lecture, SessionForm.Discussion }, false, "collective discussion lecture")]
    [InlineData(new[] { SessionForm.ReadingClass }, false, "collective class")]
    [InlineData(new[] { SessionForm.ReadingClass, SessionForm.Discussion, SessionForm.Lecture }, false, "collective class")]
    [InlineData(new[] { SessionForm.Discussion }, true, "classdiscussion")]
    [InlineData(new[] { SessionForm.Lecture }, true, "lecture")]
    [InlineData(new[] { SessionForm.LeadReading }, true, "")]
    [InlineData(new[] { SessionForm.Research }, false, "")]
    [InlineData(new[] { SessionForm.Film, SessionForm.Research }, false, "collective")]
    public void Of_FormsAndPlace_CountsInTheseColumnsOnly(SessionForm[] forms, bool isInReadingClass, string columns)
    {
        var counting = Sessions.StudySessions.SessionCounting.Of(forms, isInReadingClass);

        var counted = new[]
        {
            (counting.IsCollective, "collective"), (counting.IsReadingClass, "class"),
            (counting.IsReadingClassDiscussion, "classdiscussion"), (counting.IsDiscussion, "discussion"),
            (counting.IsLecture, "lecture"),
        };
        Assert.Equal(columns, string.Join(' ', counted.Where(column => column.Item1).Select(column => column.Item2)));
    }
}
