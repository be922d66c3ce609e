using StudySuite.Defaults.Errors;
using StudySuite.Supervision.Rectification;

namespace StudySuite.Supervision.Tests.Rectification;

public sealed class RectificationNoticeTests
{
    private static readonly DateOnly Day = new(2023, 9, 20);

    [Fact]
    public void Issue_Twice_IsRefused()
    {
        var notice = Issued();

        var error = Assert.Throws<DomainError>(() => notice.Issue("p", "2号", Day, Day, ""));

        Assert.Equal("NOTICE_NOT_OPEN", error.Reason);
    }

    [Fact]
    public void Plan_BeforeTheReceipt_IsRefused()
    {
        var error = Assert.Throws<DomainError>(() => Issued().Plan("p", Day, new Dictionary<int, MeasurePlan>()));

        Assert.Equal("NOTICE_NOT_PLANNABLE", error.Reason);
    }

    [Fact]
    public void Acknowledge_BeforeTheIssue_IsTooEarly()
    {
        var error = Assert.Throws<DomainError>(() => Issued().Acknowledge("p", Day.AddDays(-1)));

        Assert.Equal(("received_on", "DATE_TOO_EARLY"), (error.Violations[0].Field, error.Violations[0].Reason));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void IsOverdue_IsToldByTheDayAlone(int daysAfterDue, bool expected)
    {
        var notice = Issued();

        Assert.Equal(expected, notice.IsOverdue(notice.DueOn!.Value.AddDays(daysAfterDue)));
    }

    private static RectificationNotice Issued()
    {
        var notice = new RectificationNotice("u", "n", "o");
        notice.Write("基础", "", "", [new NoticeItem(1, "p1", "要求", "问题", "类别", "")]);
        notice.Issue("p", "1号", Day, Day.AddDays(20), "rulebooks/default");
        return notice;
    }
}
