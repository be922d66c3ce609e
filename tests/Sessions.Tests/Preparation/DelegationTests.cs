using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Preparation;

/// <summary>A deputy who acts for the leader by delegation holds the leader's role; what is decided says for whom.</summary>
public class DelegationTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task ApproveScheme_ByTheDeputy_SaysForWhom()
    {
        await using var county = await County.OpenAsync(Backing);
        var deputy = new Caller(county.Host, "p-wang", "GroupLeader:/xinxiang/xinxiang-kegong/~p-leader", "Member:/xinxiang/xinxiang-kegong/");
        await county.GivenSubmittedSchemeAsync();
        await county.GivenSubmittedSchemeAsync("april");

        var byDeputy = await deputy.Schemes.ApproveSchemeAsync(new() { Name = $"{County.Session}/scheme" });
        var byLeader = await county.Leader.Schemes.ApproveSchemeAsync(new() { Name = $"{County.Unit}/sessions/april/scheme" });
        await county.Secretary.Notices.IssueNoticeAsync(new() { Name = $"{County.Session}/notice" });
        var leave = await county.Zhao.Leave.CreateLeaveRequestAsync(
            new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.BusinessTrip } });
        var decided = await deputy.Leave.ApproveLeaveRequestAsync(new() { Name = leave.Name });

        Assert.Equal(("people/p-wang", "people/p-leader"), (byDeputy.ApprovedBy, byDeputy.ApprovedFor));
        Assert.Equal(("people/p-leader", ""), (byLeader.ApprovedBy, byLeader.ApprovedFor));
        Assert.Equal(("people/p-wang", "people/p-leader"), (decided.DecidedBy, decided.DecidedFor));
    }
}

[Trait("Needs", "Servers")]
public sealed class DelegationOnServersTests : DelegationTests
{
    protected override Backing Backing => Backing.Servers;
}
