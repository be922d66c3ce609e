using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Preparation;

public class SchemeTests
{
    private const string Scheme = $"{County.Session}/scheme";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task UpdateScheme_SecretMarkAndBadMaterials_NamesEveryViolation()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        var scheme = County.Scheme();
        scheme.Materials.Add(new Material { Title = "机密★一年 通报", Kind = MaterialKind.TitleOnly, Url = "https://x.cn/a" });
        scheme.Materials.Add(new Material { Title = "链接", Kind = MaterialKind.Link });
        scheme.Materials.Add(new Material { Title = "链接", Kind = MaterialKind.Link, Url = "javascript:alert(1)" });
        scheme.EndTime = scheme.StartTime;

        var refusal = await Refusal.OfAsync(county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = scheme }));
        scheme.Materials.Clear();
        var times = await Refusal.OfAsync(county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = scheme }));

        Assert.Equal(
            [
                "scheme.materials[2].title SECRET_MARK", "scheme.materials[2].url MATERIAL_TITLE_ONLY_HAS_URL",
                "scheme.materials[3].url FIELD_REQUIRED", "scheme.materials[4].url URL_INVALID",
            ],
            refusal.Violations.Order(StringComparer.Ordinal));
        Assert.Equal(["scheme.end_time END_BEFORE_START"], times.Violations);
    }

    [Fact]
    public async Task SubmitScheme_Empty_SaysWhatIsMissing()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = Scheme }));

        Assert.Equal((StatusCode.FailedPrecondition, "SCHEME_INCOMPLETE"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task ApproveScheme_ByTheSecretary_IsDenied()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenSubmittedSchemeAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.Schemes.ApproveSchemeAsync(new() { Name = Scheme }));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task IssueNotice_BeforeApproval_IsRefusedInEveryState()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();
        var planned = await IssueAsync();
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = County.Scheme() });
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = Scheme });
        var submitted = await IssueAsync();
        await county.Secretary.Sessions.PostponeSessionAsync(new() { Name = County.Session, PlannedOn = "2023-04-01", Reason = "r" });
        var postponed = await IssueAsync();

        Assert.All([planned, submitted, postponed], refusal => Assert.Equal("SCHEME_NOT_APPROVED", refusal.Reason));

        Task<Refusal> IssueAsync() => Refusal.OfAsync(
            county.Secretary.Notices.IssueNoticeAsync(new() { Name = $"{County.Session}/notice", IssuedOn = "2023-03-14" }));
    }

    [Fact]
    public async Task UpdateScheme_AfterApproval_NeedsTheLeaderAgain()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();
        var update = new UpdateSchemeRequest
        {
            Scheme = new() { Name = Scheme, Place = "一楼" }, UpdateMask = new() { Paths = { "place" } },
        };

        var notified = await Refusal.OfAsync(county.Secretary.Schemes.UpdateSchemeAsync(update));
        await county.Secretary.Sessions.PostponeSessionAsync(new() { Name = County.Session, PlannedOn = "2023-04-01", Reason = "r" });
        var changed = await county.Secretary.Schemes.UpdateSchemeAsync(update);
        var notice = await Refusal.OfAsync(county.Secretary.Notices.IssueNoticeAsync(new() { Name = $"{County.Session}/notice" }));

        Assert.Equal("SESSION_WRONG_STATE", notified.Reason);
        Assert.Equal(("一楼", "李组长", ""), (changed.Place, changed.Chair, changed.ApprovedOn));
        Assert.Equal("SCHEME_NOT_APPROVED", notice.Reason);
    }

    [Fact]
    public async Task ReturnScheme_Submitted_GoesBackToPlannedWithTheReason()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenSubmittedSchemeAsync();

        var scheme = await county.Leader.Schemes.ReturnSchemeAsync(new() { Name = Scheme, Reason = "补充研讨题目" });
        var session = await county.Leader.Sessions.GetSessionAsync(new() { Name = County.Session });

        Assert.Equal("补充研讨题目", scheme.ReturnReason);
        Assert.Equal(SessionState.Planned, session.State);
    }

    [Fact]
    public async Task ApproveScheme_AnotherVersionThanRead_IsStale()
    {
        await using var county = await County.OpenAsync(Backing);
        var read = await county.GivenSubmittedSchemeAsync();
        await county.Leader.Schemes.ReturnSchemeAsync(new() { Name = Scheme, Reason = "r" });
        await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = Scheme });

        var refusal = await Refusal.OfAsync(county.Leader.Schemes.ApproveSchemeAsync(new() { Name = Scheme, Etag = read.Etag }));

        Assert.Equal("ETAG_STALE", refusal.Reason);
        Assert.Empty(await county.Host.SentAsync<SchemeApproved>());
    }
}

[Trait("Needs", "Servers")]
public sealed class SchemeOnServersTests : SchemeTests
{
    protected override Backing Backing => Backing.Servers;
}
