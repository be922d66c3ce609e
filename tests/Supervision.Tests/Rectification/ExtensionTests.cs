using Grpc.Core;
using StudySuite.Events;
using StudySuite.Supervision.V1;
using StudySuite.Supervision.Tests.Alerts;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Rectification;

public class ExtensionTests : IAsyncLifetime
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
    public async Task ApproveRectificationExtension_ByAnOffice_MovesTheDueDateAndKeepsWhy()
    {
        var notice = await county.GivenNoticeInProgressAsync("2023-12-20");
        await county.Secretary.Notices.RequestRectificationExtensionAsync(Ask(notice, "2024-01-31"));
        var again = await Refusal.OfAsync(county.Secretary.Notices.RequestRectificationExtensionAsync(Ask(notice, "2024-02-01")));
        var late = await Refusal.OfAsync(county.Supervision.Notices.ApproveRectificationExtensionAsync(new()
        {
            Name = notice.Name, DueOn = "2024-02-01",
        }));

        var granted = await county.Supervision.Notices.ApproveRectificationExtensionAsync(new()
        {
            Name = notice.Name, DueOn = "2024-01-24", Opinion = "同意",
        });

        Assert.Equal("EXTENSION_PENDING", again.Reason);
        Assert.Equal(["due_on DUE_DATE_TOO_LATE"], late.Violations);
        Assert.Equal(("2024-01-24", RectificationState.InProgress, 1), (granted.DueOn, granted.State, granted.Round));
        var extension = Assert.Single(granted.Extensions);
        Assert.Equal(
            (ExtensionDecision.Approved, "people/p-supervision", "2024-01-24", "材料较多"),
            (extension.Decision, extension.DecidedBy, extension.GrantedDueOn, extension.Reason));
        Assert.Equal("2024-01-24", granted.History[^1].DueOn);
        Assert.Equal(new DateOnly(2024, 1, 24), Assert.Single(await county.Host.SentAsync<RectificationExtended>()).DueOn);
    }

    [Fact]
    public async Task ApproveRectificationExtension_ByOneOfTheUnitOrTheUnitItself_IsDenied()
    {
        var notice = await county.GivenNoticeInProgressAsync("2023-12-20");
        await county.Secretary.Notices.RequestRectificationExtensionAsync(Ask(notice, "2024-01-31"));
        var member = new Caller(county.Host, "p-member", "SupervisionOffice:/xinxiang/*");

        var own = await Refusal.OfAsync(member.Notices.ApproveRectificationExtensionAsync(new() { Name = notice.Name }));
        var unit = await Refusal.OfAsync(county.Secretary.Notices.ApproveRectificationExtensionAsync(new() { Name = notice.Name }));
        var foreign = await Refusal.OfAsync(county.OtherSecretary.Notices.RequestRectificationExtensionAsync(Ask(notice, "2024-01-31")));

        Assert.Equal((StatusCode.PermissionDenied, "VERIFIER_IS_OWNER"), (own.Code, own.Reason));
        Assert.Equal("ROLE_MISSING", unit.Reason);
        Assert.Equal((StatusCode.NotFound, "UNIT_NOT_FOUND"), (foreign.Code, foreign.Reason));
    }

    [Fact]
    public async Task RefuseRectificationExtension_WithOpinion_LeavesTheDueDate()
    {
        var notice = await county.GivenNoticeInProgressAsync("2023-12-20");
        await county.Secretary.Notices.RequestRectificationExtensionAsync(Ask(notice, "2024-01-31"));

        var refused = await county.Publicity.Notices.RefuseRectificationExtensionAsync(new() { Name = notice.Name, Opinion = "时间充足" });
        var none = await Refusal.OfAsync(county.Publicity.Notices.ApproveRectificationExtensionAsync(new() { Name = notice.Name }));

        Assert.Equal((notice.DueOn, ExtensionDecision.Refused), (refused.DueOn, refused.Extensions[0].Decision));
        Assert.Equal("EXTENSION_NOT_PENDING", none.Reason);
    }

    [Fact]
    public async Task ResumeRectification_AfterAPause_MovesByItsWorkingDaysAndIsSilentMeanwhile()
    {
        // Friday 1 December + 15 working days = 22 December; ten working days from the 4th to the 17th do not count.
        var notice = await county.GivenNoticeInProgressAsync("2023-12-01");
        await county.Supervision.Notices.PauseRectificationAsync(new() { Name = notice.Name, Reason = "防汛", PausedOn = "2023-12-04" });
        await county.Host.SweepAsync(new DateOnly(2024, 1, 4));

        var resumed = await county.Supervision.Notices.ResumeRectificationAsync(new() { Name = notice.Name, ResumedOn = "2023-12-18" });
        await county.Host.SweepAsync(new DateOnly(2024, 1, 4));

        Assert.Empty(await county.Host.SentAsync<RectificationOverdue>());
        Assert.Equal(("2023-12-22", "2024-01-05", ""), (notice.DueOn, resumed.DueOn, resumed.PausedOn));
        Assert.Equal(
            "NOTICE_NOT_PAUSED",
            (await Refusal.OfAsync(county.Supervision.Notices.ResumeRectificationAsync(new() { Name = notice.Name }))).Reason);
    }

    [Fact]
    public async Task Sweep_AfterAnExtension_AlertsAgainForTheNewDate()
    {
        var notice = await county.GivenNoticeInProgressAsync("2023-12-20");
        await county.Host.SweepAsync(new DateOnly(2024, 1, 11));
        await county.Secretary.Notices.RequestRectificationExtensionAsync(Ask(notice, "2024-01-31"));
        await county.Supervision.Notices.ApproveRectificationExtensionAsync(new() { Name = notice.Name });
        await county.Host.SweepAsync(new DateOnly(2024, 1, 11));
        await county.Host.SweepAsync(new DateOnly(2024, 2, 1));
        await county.Host.SweepAsync(new DateOnly(2024, 2, 20));

        Assert.Equal([new DateOnly(2024, 1, 10), new DateOnly(2024, 1, 31)], (await county.Host.SentAsync<RectificationOverdue>()).Select(alert => alert.DueOn));
        Assert.Equal([new DateOnly(2024, 1, 31)], (await county.Host.SentAsync<RectificationEscalated>()).Select(alert => alert.DueOn));
    }

    [Fact]
    public async Task ReportRectification_DoneWithoutEvidence_IsRefused()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        var report = County.Report(notice);
        report.Items[1].Evidence.Clear();

        var refused = await Refusal.OfAsync(county.Secretary.Notices.ReportRectificationAsync(report));

        Assert.Equal(["items[1].evidence EVIDENCE_MISSING"], refused.Violations);
    }

    [Fact]
    public async Task AcceptRectificationReport_WithAnItemNotDone_IsRefused()
    {
        var notice = await county.GivenNoticeInProgressAsync();
        var report = County.Report(notice);
        report.Items[1].Status = ItemStatus.Partly;
        await county.Secretary.Notices.ReportRectificationAsync(report);
        await county.Leader.Notices.ApproveRectificationReportAsync(new() { Name = notice.Name, ReportedOn = "2023-10-10" });

        var refused = await Refusal.OfAsync(county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name }));

        Assert.Equal("ITEMS_NOT_DONE", refused.Reason);
    }

    [Fact]
    public async Task LookBackSweep_DayByDay_RaisesEachLevelOnce()
    {
        var notice = await county.GivenReportedNoticeAsync();
        await county.Supervision.Notices.AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2023-12-20" });

        for (var day = new DateOnly(2024, 2, 10); day < new DateOnly(2024, 3, 5); day = day.AddDays(1))
        {
            await county.Host.SweepAsync(day);
        }

        var alerts = await county.Host.SentAsync<LookBackDue>();
        Assert.Equal(["DUE_SOON", "DUE", "ESCALATED"], alerts.Select(alert => alert.Level));
        Assert.All(alerts, alert => Assert.Equal(new DateOnly(2024, 2, 18), alert.DueOn));
    }

    private static RequestRectificationExtensionRequest Ask(RectificationNotice notice, string dueOn) =>
        new() { Name = notice.Name, DueOn = dueOn, Reason = "材料较多" };
}

[Trait("Needs", "Servers")]
public sealed class ExtensionOnServersTests : ExtensionTests
{
    protected override Backing Backing => Backing.Servers;
}
