using Grpc.Core;
using StudySuite.Demo.Access;
using StudySuite.Directory.V1;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Suite.Tests.Inspection;

/// <summary>Problem, rectification, look-back through the gateway: a strict machine, whoever asks.</summary>
public abstract class RectificationTests(ISuite suite) : IDisposable
{
    private const string Unit = "xinxiang-langgongmiao";
    private readonly Cast cast = new(suite.Demo);

    public void Dispose()
    {
        cast.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Notice_WithAnExtension_GoesItsWayAndNoOther()
    {
        var notice = new GivenNotice(cast, Unit, $"way-{Guid.CreateVersion7():n}");
        await notice.IssueAsync();
        var unplanned = await RefusedAsync(async () => await notice.Secretary.StartRectificationAsync(new() { Name = notice.Name }));
        var unreported = await RefusedAsync(async () => await notice.As("supervision").AcceptRectificationReportAsync(new() { Name = notice.Name }));
        await notice.BeginAsync();
        var bare = await RefusedAsync(() => notice.ReportAsync());
        await notice.Secretary.RequestRectificationExtensionAsync(
            new() { Name = notice.Name, DueOn = "2024-04-10", Reason = "档案在外地", AskedOn = "2024-03-08" });
        await InboxHasAsync("supervision", notice.Name, "INBOX_ITEM_KIND_RECTIFICATION_EXTENSION_REQUESTED");
        var extended = await notice.As("supervision").ApproveRectificationExtensionAsync(
            new() { Name = notice.Name, Opinion = "同意", DecidedOn = "2024-03-11" });
        await InboxHasAsync("langgongmiao-secretary", notice.Name, "INBOX_ITEM_KIND_RECTIFICATION_EXTENDED");
        await notice.ReportAsync("考勤表复印件");
        await notice.As("supervision").AcceptRectificationReportAsync(new() { Name = notice.Name, AcceptedOn = "2024-03-25" });
        await InboxHasAsync("supervision", notice.Name, "INBOX_ITEM_KIND_LOOK_BACK_DEADLINE");
        var failed = await notice.As("supervision").RecordLookBackAsync(LookBack(notice.Name, LookBackFinding.Relapsed));

        Assert.Equal(("NOTICE_NOT_PLANNED", "NOTICE_NOT_REPORTED"), (unplanned.Reason(), unreported.Reason()));
        Assert.Contains("EVIDENCE_MISSING", bare.Violations(), StringComparison.Ordinal);
        Assert.Equal("2024-04-10", extended.DueOn);
        Assert.Equal((RectificationState.InProgress, 2), (failed.State, failed.Round));
        Assert.Contains(failed.History, step => step.State == RectificationState.Accepted);
    }

    [Fact]
    public async Task Notice_VerifiedByWhoOwnsIt_IsDenied()
    {
        var notice = new GivenNotice(cast, Unit, $"own-{Guid.CreateVersion7():n}");
        await notice.IssueAsync();
        await notice.BeginAsync();
        await notice.ReportAsync("考勤表复印件");
        await GrantOfficeAsync("langgongmiao-leader");

        var denied = await RefusedAsync(async () => await notice.Leader.AcceptRectificationReportAsync(new() { Name = notice.Name }));
        var returned = await RefusedAsync(async () => await notice.Leader.ReturnRectificationReportAsync(new() { Name = notice.Name, Opinion = "再看" }));

        Assert.Equal((StatusCode.PermissionDenied, "VERIFIER_IS_OWNER"), (denied.StatusCode, denied.Reason()));
        Assert.Equal("VERIFIER_IS_OWNER", returned.Reason());
    }

    [Fact]
    public async Task Notice_OfAForeignUnit_LooksAbsentAndTheLedgerShowsOnlyOnesOwn()
    {
        var notice = new GivenNotice(cast, Unit, $"far-{Guid.CreateVersion7():n}");
        await notice.IssueAsync();
        using var foreign = await suite.RestAsync(cast["kegong-secretary"]);
        using var own = await suite.RestAsync(cast["langgongmiao-secretary"]);

        using var response = await foreign.GetAsync(new Uri(suite.Web, $"supervision/v1/{notice.Name}"));
        var absent = await Door.AnswerAsync(response);
        var ledger = await own.JsonAsync("supervision/v1/units/-/ledgerEntries?pageSize=200");
        using var workbook = await own.GetAsync(new Uri(suite.Web, "supervision/v1/units/-/ledgerEntries:export"));

        Assert.Equal((404, "UNIT_NOT_FOUND"), (absent.Status, absent.Reason));
        var entries = ledger.GetProperty("ledgerEntries").EnumerateArray().ToList();
        Assert.Contains(entries, entry => entry.GetProperty("rectificationNotice").GetString() == notice.Name);
        Assert.All(entries, entry => Assert.Equal($"units/{Unit}", entry.GetProperty("unit").GetString()));
        Assert.Equal("PK"u8.ToArray(), (await workbook.Content.ReadAsByteArrayAsync())[..2]);
    }

    private async Task GrantOfficeAsync(string person)
    {
        await new GrantService.GrantServiceClient(cast["security-admin"].Calls).CreateGrantAsync(new()
        {
            GrantId = $"suite-{Guid.CreateVersion7():n}",
            Grant = new() { Person = $"people/{person}", Role = GrantRole.SupervisionOffice, Unit = "units/xinxiang" },
        }).UnlessThereAsync();
        cast[person].Refresh();
    }

    private async Task InboxHasAsync(string user, string subject, string kind)
    {
        using var http = await suite.RestAsync(cast[user]);
        await Wait.UntilAsync(
            async () => (await http.JsonAsync("notifications/v1/people/me/inboxItems?pageSize=50")).GetProperty("inboxItems")
                .EnumerateArray().Any(item => item.GetProperty("subject").GetString() == subject && item.GetProperty("kind").GetString() == kind),
            $"{kind} in the inbox of {user}");
    }

    private static Task<RpcException> RefusedAsync(Func<Task> call) => Assert.ThrowsAsync<RpcException>(call);

    private static RecordLookBackRequest LookBack(string name, LookBackFinding finding) => new()
    {
        Name = name,
        LookBack = new()
        {
            CheckedOn = "2024-06-03", Ways = { LookBackWay.Documents }, Conclusion = "又见缺漏",
            Results = { new LookBackResult { Item = 1, Finding = finding } },
        },
    };
}
