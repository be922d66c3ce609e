using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.StudySessions;

public class PlanTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task CreateSession_ValidPlan_IsPlannedAndAnnounced()
    {
        await using var county = await County.OpenAsync(Backing);

        var session = await county.GivenPlannedAsync();

        Assert.Equal(SessionState.Planned, session.State);
        Assert.True(session.Counting.IsDiscussion);
        var planned = Assert.Single(await county.Host.SentAsync<SessionPlanned>());
        Assert.Equal((County.Session, session.PlanItem, 1L), (planned.Session, planned.PlanItem, planned.Version));
    }

    [Fact]
    public async Task CreateSession_Malformed_NamesEveryViolation()
    {
        await using var county = await County.OpenAsync(Backing);
        var wrong = new Session
        {
            Topic = "绝密★文件",
            Forms = { SessionForm.Film, SessionForm.Film, (SessionForm)77 },
            PlanItem = "units/xinxiang-weijian/plans/2023/items/1",
            UnplannedReason = "临时",
            ReadingClass = "units/xinxiang-kegong/sessions/none",
            PlannedOn = "2023-13-01",
        };

        var refusal = await Refusal.OfAsync(
            county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, SessionId = "X", Session = wrong }));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Equal(
            [
                "session.forms FORM_REPEATED", "session.forms[2] ENUM_UNKNOWN", "session.plan_item NAME_INVALID",
                "session.plan_item PLAN_OR_REASON_REQUIRED", "session.planned_on DATE_INVALID",
                "session.reading_class READING_CLASS_UNKNOWN", "session.topic SECRET_MARK", "session_id ID_INVALID",
            ],
            refusal.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CreateSession_RepeatedRequestId_MakesOne()
    {
        await using var county = await County.OpenAsync(Backing);
        var request = new CreateSessionRequest { Parent = County.Unit, Session = County.Plan(), RequestId = "request-0001" };

        var first = await county.Secretary.Sessions.CreateSessionAsync(request);
        var second = await county.Secretary.Sessions.CreateSessionAsync(request);

        Assert.Equal(first, second);
        Assert.Single(await county.Host.SentAsync<SessionPlanned>());
    }

    [Fact]
    public async Task CreateSession_SameId_Exists()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.Sessions.CreateSessionAsync(
            new() { Parent = County.Unit, SessionId = "march", Session = County.Plan() }));

        Assert.Equal("SESSION_EXISTS", refusal.Reason);
    }

    [Fact]
    public async Task CreateSession_InReadingClass_CountsApart()
    {
        await using var county = await County.OpenAsync(Backing);
        var term = await county.GivenPlannedAsync("class", SessionForm.ReadingClass);
        var inside = County.Plan(SessionForm.Discussion);
        inside.ReadingClass = term.Name;

        var session = await county.Secretary.Sessions.CreateSessionAsync(new() { Parent = County.Unit, Session = inside });
        var renamed = await Refusal.OfAsync(county.Secretary.Sessions.UpdateSessionAsync(new()
        {
            Session = new() { Name = term.Name, Forms = { SessionForm.Film } }, UpdateMask = new() { Paths = { "forms" } },
        }));

        Assert.Equal(new SessionCounting { IsReadingClassDiscussion = true }, session.Counting);
        Assert.Equal(new SessionCounting { IsCollective = true, IsReadingClass = true }, term.Counting);
        Assert.Equal("READING_CLASS_HAS_SESSIONS", renamed.Reason);
    }

    [Fact]
    public async Task UpdateSession_StaleEtag_ChangesNothing()
    {
        await using var county = await County.OpenAsync(Backing);
        var read = await county.GivenPlannedAsync();
        await county.Secretary.Schemes.UpdateSchemeAsync(new() { Scheme = County.Scheme() });
        read.Topic = "另一主题";

        var refusal = await Refusal.OfAsync(county.Secretary.Sessions.UpdateSessionAsync(new() { Session = read }));

        Assert.Equal((StatusCode.Aborted, "ETAG_STALE"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task PostponeSession_ApprovedScheme_MovesItsTimesAndKeepsTheApproval()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();

        var session = await county.Secretary.Sessions.PostponeSessionAsync(
            new() { Name = County.Session, PlannedOn = "2023-03-27", Reason = "防汛" });
        var notice = await county.Secretary.Notices.IssueNoticeAsync(
            new() { Name = $"{County.Session}/notice", IssuedOn = "2023-03-18" });

        Assert.Equal(SessionState.Postponed, session.State);
        Assert.Equal(1, notice.Sequence);
        Assert.Contains("DTSTART:20230327T010000Z", notice.Ics);
        Assert.Equal(new DateOnly(2023, 3, 27), (await county.Host.SentAsync<SessionPlanned>())[^1].PlannedOn);
    }

    [Fact]
    public async Task CancelSession_Notified_TellsTheRecipientsAndTheirCalendars()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();

        await county.Secretary.Sessions.CancelSessionAsync(new() { Name = County.Session, Reason = "议程调整" });
        var notice = await county.Secretary.Notices.GetNoticeAsync(new() { Name = $"{County.Session}/notice" });
        var again = await Refusal.OfAsync(county.Secretary.Sessions.CancelSessionAsync(new() { Name = County.Session, Reason = "x" }));

        Assert.Contains("STATUS:CANCELLED", notice.Ics);
        Assert.Equal(5, Assert.Single(await county.Host.SentAsync<SessionCancelled>()).Recipients.Count);
        Assert.Equal("SESSION_WRONG_STATE", again.Reason);
    }

    [Fact]
    public async Task Sessions_OfAnotherUnit_AreAbsent()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenPlannedAsync();

        var get = await Refusal.OfAsync(county.OtherSecretary.Sessions.GetSessionAsync(new() { Name = County.Session }));
        var own = await county.OtherSecretary.Sessions.ListSessionsAsync(new() { Parent = "units/-" });
        var all = await county.Publicity.Sessions.ListSessionsAsync(new() { Parent = "units/-", Year = 2023 });
        var admin = await Refusal.OfAsync(county.SystemAdmin.Sessions.GetSessionAsync(new() { Name = County.Session }));

        Assert.Equal(StatusCode.NotFound, get.Code);
        Assert.Empty(own.Sessions);
        Assert.Single(all.Sessions);
        Assert.Equal((StatusCode.PermissionDenied, "ROLE_MISSING"), (admin.Code, admin.Reason));
    }

    [Fact]
    public async Task ListSessions_SmallPages_ReachEveryRowOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        for (var i = 0; i < 5; i++)
        {
            await county.GivenPlannedAsync($"s-{i}");
        }

        var names = new List<string>();
        var token = "";
        do
        {
            var page = await county.Secretary.Sessions.ListSessionsAsync(
                new() { Parent = County.Unit, PageSize = 2, PageToken = token });
            names.AddRange(page.Sessions.Select(session => session.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(5, names.Distinct().Count());
        Assert.Equal(5, names.Count);
    }
}

[Trait("Needs", "Servers")]
public sealed class PlanOnServersTests : PlanTests
{
    protected override Backing Backing => Backing.Servers;
}
