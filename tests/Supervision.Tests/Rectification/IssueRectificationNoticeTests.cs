using Grpc.Core;
using StudySuite.Supervision.V1;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Rectification;

public class IssueRectificationNoticeTests : IAsyncLifetime
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
    public async Task IssueRectificationNotice_OverNationalDay_CountsWorkingDays()
    {
        await county.GivenNationalDay2023Async();

        var notice = await county.GivenIssuedNoticeAsync("2023-09-20");

        // 21, 22, 25 to 28 September are six; 7 and 8 October were worked; the fifteenth is 17 October.
        Assert.Equal("2023-10-17", notice.DueOn);
        Assert.Equal("新督改〔2023〕1号", notice.Number);
        Assert.True(notice.IsOverdue);
    }

    [Fact]
    public async Task CreateRectificationNotice_WithProblemInAnother_NamesTheField()
    {
        var notice = await county.GivenOpenNoticeAsync(items: 1);

        var refused = await Refusal.OfAsync(county.Publicity.Notices.CreateRectificationNoticeAsync(new()
        {
            Parent = County.Unit,
            RectificationNotice = new()
            {
                Organiser = County.Office,
                Items =
                {
                    new RectificationItem { Problem = notice.Items[0].Problem, Requirement = "整改" },
                    new RectificationItem { Problem = $"{County.Unit}/problems/none" },
                },
            },
        }));

        Assert.Equal(
            [
                "rectification_notice.basis FIELD_REQUIRED", "rectification_notice.items[0].problem PROBLEM_IN_NOTICE",
                "rectification_notice.items[1].problem PROBLEM_NOT_FOUND",
                "rectification_notice.items[1].requirement FIELD_REQUIRED",
            ],
            refused.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UpdateRectificationNotice_WithOtherItems_LetsProblemsGo()
    {
        var notice = await county.GivenOpenNoticeAsync(items: 2);
        var kept = new RectificationNotice { Name = notice.Name, Etag = notice.Etag, Items = { notice.Items[1] } };

        var updated = await county.Publicity.Notices.UpdateRectificationNoticeAsync(new()
        {
            RectificationNotice = kept, UpdateMask = new() { Paths = { "items" } },
        });
        var stale = await Refusal.OfAsync(county.Publicity.Notices.UpdateRectificationNoticeAsync(new() { RectificationNotice = kept, UpdateMask = new() { Paths = { "items" } } }));
        var free = await county.Publicity.Problems.ListProblemsAsync(new() { Parent = County.Unit, WithoutNotice = true });

        Assert.Equal(notice.Items[1].Problem, Assert.Single(updated.Items).Problem);
        Assert.Equal("9月督导检查", updated.Basis);
        Assert.Equal(notice.Items[0].Problem, Assert.Single(free.Problems).Name);
        Assert.Equal("ETAG_STALE", stale.Reason);
    }

    [Fact]
    public async Task GetRectificationNotice_Open_IsHiddenFromTheUnit()
    {
        var notice = await county.GivenOpenNoticeAsync();

        var refused = await Refusal.OfAsync(county.Secretary.Notices.GetRectificationNoticeAsync(new() { Name = notice.Name }));

        Assert.Equal((StatusCode.NotFound, "NOTICE_NOT_FOUND"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task GetRectificationNotice_OfForeignUnit_IsNotFound()
    {
        var notice = await county.GivenIssuedNoticeAsync();

        var refused = await Refusal.OfAsync(county.OtherSecretary.Notices.GetRectificationNoticeAsync(new() { Name = notice.Name }));

        Assert.Equal((StatusCode.NotFound, "UNIT_NOT_FOUND"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task ListRectificationNotices_OfAllUnits_FiltersTheLedger()
    {
        await county.GivenOpenNoticeAsync();
        var late = await county.GivenIssuedNoticeAsync("2023-09-20");
        await county.GivenIssuedNoticeAsync("2023-12-20");

        var overdue = await county.Supervision.Notices.ListRectificationNoticesAsync(new() { Parent = "units/-", OverdueOnly = true });
        var notified = await county.Supervision.Notices.ListRectificationNoticesAsync(new()
        {
            Parent = "units/-", State = RectificationState.Notified,
        });
        var own = await county.Secretary.Notices.ListRectificationNoticesAsync(new() { Parent = "units/-" });

        Assert.Equal(late.Name, Assert.Single(overdue.RectificationNotices).Name);
        Assert.Equal(2, notified.RectificationNotices.Count);
        Assert.Equal(2, own.RectificationNotices.Count);
    }

    [Fact]
    public async Task IssueRectificationNotice_OverRest_AnswersAsJson()
    {
        var notice = await county.GivenOpenNoticeAsync();
        using var http = county.Host.HttpAs("p-publicity", "Publicity:/xinxiang/*");

        using var body = new StringContent("""{"issuedOn":"2023-12-18"}""", null, "application/json");
        using var response = await http.PostAsync(new Uri($"/supervision/v1/{notice.Name}:issue", UriKind.Relative), body);
        var json = await response.Content.ReadAsStringAsync();

        Assert.True(response.IsSuccessStatusCode, json);
        Assert.Equal("督改〔2023〕1号", System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("number").GetString());
    }
}

[Trait("Needs", "Servers")]
public sealed class IssueRectificationNoticeOnServersTests : IssueRectificationNoticeTests
{
    protected override Backing Backing => Backing.Servers;
}
