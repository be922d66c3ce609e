using Grpc.Core;
using StudySuite.Events;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Rectification;

public class RectificationNoticeServiceTests : IAsyncLifetime
{
    private County county = null!;

    protected virtual Backing Backing => Backing.Sqlite;

    public async ValueTask InitializeAsync() => county = await County.OpenAsync(Backing);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await county.DisposeAsync();
    }

    [Fact]
    public async Task RecordLookBack_AllRectified_Passes()
    {
        var notice = await county.GivenReportedNoticeAsync();
        var accepted = await county.Supervision.Notices.AcceptRectificationReportAsync(new()
        {
            Name = notice.Name, AcceptedOn = "2023-10-12",
        });

        var passed = await county.Supervision.Notices.RecordLookBackAsync(
            County.LookBack(notice, "2023-12-15", LookBackFinding.Rectified, LookBackFinding.Rectified));

        Assert.Equal("2023-12-11", accepted.LookBackDueOn);
        Assert.Equal(RectificationState.LookBackDue, accepted.State);
        Assert.Equal(RectificationState.Passed, passed.State);
        Assert.Equal(
            [
                RectificationState.Notified, RectificationState.Planned, RectificationState.InProgress,
                RectificationState.Reported, RectificationState.Accepted, RectificationState.Passed,
            ],
            passed.History.Select(step => step.State));
        Assert.Equal(2, Assert.Single(await county.Host.SentAsync<LookBackPassed>()).Items);
        Assert.Equal(new DateOnly(2023, 12, 11), Assert.Single(await county.Host.SentAsync<RectificationAccepted>()).LookBackDueOn);
    }

    [Fact]
    public async Task RecordLookBack_ItemRelapsed_ReopensWithItsHistory()
    {
        var notice = await county.GivenReportedNoticeAsync();
        await county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2023-10-12" });

        var failed = await county.Supervision.Notices.RecordLookBackAsync(
            County.LookBack(notice, "2023-12-15", LookBackFinding.Rectified, LookBackFinding.Relapsed));
        await county.ReportAsync(notice, "2023-12-18");
        await county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2023-12-19" });
        var passed = await county.Supervision.Notices.RecordLookBackAsync(
            County.LookBack(notice, "2023-12-20", LookBackFinding.Rectified, LookBackFinding.Rectified));

        Assert.Equal((RectificationState.InProgress, 2, "2024-01-05"), (failed.State, failed.Round, failed.DueOn));
        Assert.Equal(RectificationState.Failed, failed.History[^2].State);
        Assert.Equal("2023-10-11", failed.History[^2].DueOn);
        Assert.Equal([false, true], passed.LookBacks.Select(lookBack => lookBack.IsPassed));
        Assert.Equal(RectificationState.Passed, passed.State);
        Assert.Equal(new DateOnly(2024, 1, 5), Assert.Single(await county.Host.SentAsync<LookBackFailed>()).DueOn);
    }

    [Theory]
    [InlineData("p-secretary")]
    [InlineData("p-leader")]
    [InlineData("p-member")]
    public async Task AcceptRectificationReport_ByOneOfTheUnit_IsDenied(string person)
    {
        var notice = await county.GivenReportedNoticeAsync();
        var own = new Caller(county.Host, person, "SupervisionOffice:/xinxiang/*");

        var refused = await Refusal.OfAsync(own.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name }));

        Assert.Equal((StatusCode.PermissionDenied, "VERIFIER_IS_OWNER"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task AcceptRectificationReport_BeforeTheLeaderApproved_IsRefused()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        await county.Secretary.Notices.ReportRectificationAsync(County.Report(notice));

        var refused = await Refusal.OfAsync(county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name }));

        Assert.Equal("NOTICE_NOT_REPORTED", refused.Reason);
    }

    [Fact]
    public async Task ApproveRectificationReport_BeforeTheStart_IsTooEarly()
    {
        var notice = await county.GivenNoticeInProgressAsync("2023-09-20");
        await county.Secretary.Notices.ReportRectificationAsync(County.Report(notice));

        var refused = await Refusal.OfAsync(county.Leader.Notices.ApproveRectificationReportAsync(new()
        {
            Name = notice.Name, ReportedOn = "2023-09-19",
        }));

        Assert.Equal(["reported_on DATE_TOO_EARLY"], refused.Violations);
    }

    [Fact]
    public async Task ReturnRectificationReport_WithOpinion_BeginsARound()
    {
        var notice = await county.GivenReportedNoticeAsync();

        var late = await Refusal.OfAsync(county.Supervision.Notices.ReturnRectificationReportAsync(new()
        {
            Name = notice.Name, Opinion = "证据不足", ReturnedOn = "2023-10-12", DueOn = "2024-02-01",
        }));
        var returned = await county.Supervision.Notices.ReturnRectificationReportAsync(new()
        {
            Name = notice.Name, Opinion = "证据不足", ReturnedOn = "2023-10-12", DueOn = "2023-10-19",
        });

        Assert.Equal(["due_on DUE_DATE_TOO_LATE"], late.Violations);
        Assert.Equal((RectificationState.Returned, 2, "2023-10-19"), (returned.State, returned.Round, returned.DueOn));
        Assert.Equal("证据不足", returned.Report.Opinion);
        Assert.Equal(new DateOnly(2023, 10, 19), Assert.Single(await county.Host.SentAsync<RectificationReturned>()).DueOn);
    }

    [Fact]
    public async Task PlanRectification_NotForEveryItem_NamesWhatIsMissing()
    {
        var notice = await county.GivenIssuedNoticeAsync();
        await county.Secretary.Notices.AcknowledgeRectificationNoticeAsync(new() { Name = notice.Name });
        var plan = County.Plan(notice, "");
        plan.Items[1].Item = 9;
        plan.Items[1].Measures = "";

        var refused = await Refusal.OfAsync(county.Secretary.Notices.PlanRectificationAsync(plan));

        Assert.Equal(
            ["items ITEM_MISSING", "items[1].item ITEM_UNKNOWN", "items[1].measures FIELD_REQUIRED"],
            refused.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AcceptRectificationReport_BySecretary_IsDenied()
    {
        var notice = await county.GivenReportedNoticeAsync();

        var refused = await Refusal.OfAsync(county.Secretary.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name }));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (refused.Code, refused.Reason));
    }
}

[Trait("Needs", "Servers")]
public sealed class RectificationNoticeServiceOnServersTests : RectificationNoticeServiceTests
{
    protected override Backing Backing => Backing.Servers;
}
