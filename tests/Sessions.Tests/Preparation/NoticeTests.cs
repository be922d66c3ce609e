using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Preparation;

public class NoticeTests
{
    private const string Notice = $"{County.Session}/notice";

    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task IssueNotice_ApprovedScheme_SaysWhatTheSchemeSays()
    {
        await using var county = await County.OpenAsync(Backing);

        var notice = await county.GivenNotifiedAsync();

        Assert.Contains("县科工局", notice.Text);
        Assert.Contains("2023年3月20日（星期一）上午9:00", notice.Text);
        Assert.Contains("三楼会议室", notice.Text);
        Assert.Contains("内部参阅材料（现场阅读，不上网）", notice.Text);
        Assert.Contains("UID:xinxiang-kegong.march@studysuite\r\n", notice.Ics);
        Assert.All(notice.Ics.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Equal(["people/p-guest", "people/p-leader", "people/p-secretary", "people/p-wang", "people/p-zhao"],
            notice.Recipients.Select(recipient => recipient.Person).Order());
        var sent = Assert.Single(await county.Host.SentAsync<SessionNotified>());
        Assert.Equal((5, "三楼会议室"), (sent.Recipients.Count, sent.Place));
    }

    [Fact]
    public async Task IssueNotice_AmendedTwice_IsOneMessageWithAllChanges()
    {
        await using var county = await County.OpenAsync(Backing);
        var first = await county.GivenNotifiedAsync();
        await AmendAsync("2023-03-21", "一楼");

        var second = await county.Secretary.Notices.GetNoticeAsync(new() { Name = Notice });
        await AmendAsync("2023-03-22", "三楼会议室");
        var third = await county.Secretary.Notices.GetNoticeAsync(new() { Name = Notice });

        Assert.Empty(first.Changes);
        Assert.Equal(2, second.Changes.Count);
        Assert.Equal(2, third.Sequence);
        var change = Assert.Single(third.Changes);
        Assert.StartsWith("时间由“2023年3月20日", change, StringComparison.Ordinal);
        Assert.Contains("3月22日", change);
        Assert.Contains(change, third.Text);
        var uids = new[] { first, second, third }.Select(notice => Ical.Net.Calendar.Load(notice.Ics)!.Events.Single()).ToList();
        Assert.Equal([0, 1, 2], uids.Select(appointment => appointment.Sequence));
        Assert.Single(uids.Select(appointment => appointment.Uid).Distinct());
        var sent = (await county.Host.SentAsync<SessionNotified>())[^1];
        Assert.Equal((2, change), (sent.Sequence, Assert.Single(sent.Changes!)));

        async Task AmendAsync(string day, string place)
        {
            await county.Secretary.Sessions.PostponeSessionAsync(new() { Name = County.Session, PlannedOn = day, Reason = "r" });
            await county.Secretary.Schemes.UpdateSchemeAsync(new()
            {
                Scheme = new() { Name = $"{County.Session}/scheme", Place = place }, UpdateMask = new() { Paths = { "place" } },
            });
            await county.Secretary.Schemes.SubmitSchemeAsync(new() { Name = $"{County.Session}/scheme" });
            await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = $"{County.Session}/scheme", ApprovedOn = "2023-03-11" });
            await county.Secretary.Notices.IssueNoticeAsync(new() { Name = Notice, IssuedOn = "2023-03-15" });
        }
    }

    [Fact]
    public async Task ReplyToNotice_AsksLeave_MakesTheRequestOnce()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();
        var ask = new ReplyToNoticeRequest
        {
            Name = Notice, Reply = NoticeReply.AsksLeave, LeaveRequest = new() { Reason = LeaveReason.BusinessTrip, Text = "招商" },
        };

        var own = await county.Wang.Notices.ReplyToNoticeAsync(ask);
        await county.Wang.Notices.ReplyToNoticeAsync(ask);
        var open = await Refusal.OfAsync(county.Wang.Notices.ReplyToNoticeAsync(new() { Name = Notice, Reply = NoticeReply.WillAttend }));
        var forged = await Refusal.OfAsync(county.Wang.Notices.ReplyToNoticeAsync(
            new() { Name = Notice, Reply = NoticeReply.WillAttend, Person = "people/p-zhao" }));
        await county.Secretary.Notices.ReplyToNoticeAsync(new() { Name = Notice, Reply = NoticeReply.WillAttend, Person = "people/p-zhao" });
        var notice = await county.Secretary.Notices.GetNoticeAsync(new() { Name = Notice });
        var leave = Assert.Single((await county.Leader.Leave.ListLeaveRequestsAsync(new() { Parent = County.Session })).LeaveRequests);

        Assert.Equal(NoticeReply.AsksLeave, Assert.Single(own.Recipients).Reply);
        Assert.Equal(("NOTICE_LEAVE_OPEN", "NOT_A_RECIPIENT"), (open.Reason, forged.Reason));
        Assert.Equal((LeaveState.Requested, "招商", "people/p-wang"), (leave.State, leave.Text, leave.EnteredBy));
        Assert.Equal(
            ["people/p-wang AsksLeave True", "people/p-zhao WillAttend True"],
            notice.Recipients.Where(r => r.Reply != NoticeReply.Unspecified)
                .Select(r => $"{r.Person} {r.Reply} {r.AcknowledgeTime is not null}").Order());
    }

    [Theory]
    [InlineData("2023-03-15", false)]
    [InlineData("2023-03-16", true)]
    public async Task IssueNotice_LeadDays_SaysWhetherItIsLate(string issuedOn, bool isLate)
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();

        var notice = await county.Secretary.Notices.IssueNoticeAsync(new() { Name = Notice, IssuedOn = issuedOn });

        Assert.Equal((isLate, 1, "rulebooks/default"), (notice.IsLate, notice.Sequence, notice.Rulebook));
    }

    [Fact]
    public async Task IssueNotice_Tomorrow_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();

        var refusal = await Refusal.OfAsync(county.Secretary.Notices.IssueNoticeAsync(new() { Name = Notice, IssuedOn = "2023-12-21" }));

        Assert.Equal(["issued_on DATE_IN_FUTURE"], refusal.Violations);
    }

    [Fact]
    public async Task AcknowledgeNotice_Twice_KeepsTheFirstTimeAndShowsOnlyTheOwnLine()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();

        var first = await county.Wang.Notices.AcknowledgeNoticeAsync(new() { Name = Notice });
        county.Host.Clock.Advance(TimeSpan.FromHours(1));
        var second = await county.Wang.Notices.AcknowledgeNoticeAsync(new() { Name = Notice });
        var seen = await county.Secretary.Notices.GetNoticeAsync(new() { Name = Notice });

        Assert.Equal("people/p-wang", Assert.Single(first.Recipients).Person);
        Assert.Equal(first.Recipients[0].AcknowledgeTime, second.Recipients[0].AcknowledgeTime);
        Assert.Equal(["people/p-wang"], seen.Recipients.Where(r => r.AcknowledgeTime is not null).Select(r => r.Person));
    }

    [Fact]
    public async Task AcknowledgeNotice_NotARecipient_IsDenied()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();
        var stranger = new Caller(county.Host, "p-stranger", "Member:/xinxiang/xinxiang-kegong/");

        var refusal = await Refusal.OfAsync(stranger.Notices.AcknowledgeNoticeAsync(new() { Name = Notice }));

        Assert.Equal((StatusCode.PermissionDenied, "NOT_A_RECIPIENT"), (refusal.Code, refusal.Reason));
    }

    [Fact]
    public async Task CreateLeaveRequest_ForAColleague_OnlyByTheSecretary()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();
        var request = new CreateLeaveRequestRequest
        {
            Parent = County.Session, Person = "people/p-zhao", LeaveRequest = new() { Reason = LeaveReason.Illness },
        };

        var member = await Refusal.OfAsync(county.Wang.Leave.CreateLeaveRequestAsync(request));
        var entered = await county.Secretary.Leave.CreateLeaveRequestAsync(request);
        var again = await Refusal.OfAsync(county.Zhao.Leave.CreateLeaveRequestAsync(
            new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.Personal } }));
        var stranger = await Refusal.OfAsync(county.Secretary.Leave.CreateLeaveRequestAsync(
            new() { Parent = County.Session, Person = "people/p-other", LeaveRequest = new() { Reason = LeaveReason.Illness } }));

        Assert.Equal("LEAVE_NOT_YOURS", member.Reason);
        Assert.Equal("people/p-secretary", entered.EnteredBy);
        Assert.Equal("LEAVE_EXISTS", again.Reason);
        Assert.Equal(["person PERSON_NOT_MEMBER"], stranger.Violations);
    }

    [Fact]
    public async Task ApproveLeaveRequest_Twice_IsDecided()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenNotifiedAsync();
        var leave = await county.Wang.Leave.CreateLeaveRequestAsync(
            new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.OfficialDuty, Text = "出差" } });

        var approved = await county.Leader.Leave.ApproveLeaveRequestAsync(new() { Name = leave.Name });
        var again = await Refusal.OfAsync(county.Leader.Leave.DeclineLeaveRequestAsync(new() { Name = leave.Name, Note = "x" }));
        var colleague = await Refusal.OfAsync(county.Zhao.Leave.GetLeaveRequestAsync(new() { Name = leave.Name }));
        var list = await county.Zhao.Leave.ListLeaveRequestsAsync(new() { Parent = County.Session });

        Assert.Equal((LeaveState.Approved, "people/p-leader"), (approved.State, approved.DecidedBy));
        Assert.Equal("LEAVE_DECIDED", again.Reason);
        Assert.Equal("LEAVE_NOT_FOUND", colleague.Reason);
        Assert.Empty(list.LeaveRequests);
    }
}

[Trait("Needs", "Servers")]
public sealed class NoticeOnServersTests : NoticeTests
{
    protected override Backing Backing => Backing.Servers;
}
