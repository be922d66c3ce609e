using Grpc.Core;
using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Preparation;

/// <summary>Where leave.approver is leader_and_office, leave is in force once the office has registered it.</summary>
public class OfficeLeaveTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task RegisterLeaveRequest_RuleOfLeaderAndOffice_PutsItInForce()
    {
        await using var county = await OpenAsync("leader_and_office");
        var office = new Caller(county.Host, "p-office", "CountyOffice:/xinxiang/*");
        var (wang, zhao) = (await AskAsync(county.Wang), await AskAsync(county.Zhao));
        var early = await Refusal.OfAsync(office.Leave.RegisterLeaveRequestAsync(new() { Name = wang.Name }));

        var granted = await county.Leader.Leave.ApproveLeaveRequestAsync(new() { Name = wang.Name });
        await county.Leader.Leave.ApproveLeaveRequestAsync(new() { Name = zhao.Name });
        var waiting = await office.Leave.ListLeaveRequestsAsync(new() { Parent = "units/-/sessions/-", State = LeaveState.ToRegister });
        var member = await Refusal.OfAsync(county.Wang.Leave.RegisterLeaveRequestAsync(new() { Name = wang.Name }));
        var registered = await office.Leave.RegisterLeaveRequestAsync(new() { Name = wang.Name, RegisteredOn = "2023-03-17" });
        var again = await office.Leave.RegisterLeaveRequestAsync(new() { Name = wang.Name });
        await county.Secretary.Sessions.HoldSessionAsync(new() { Name = County.Session });
        await county.Secretary.Rolls.CloseRollAsync(new() { Name = $"{County.Session}/roll" });
        var roll = (await county.Secretary.Rolls.GetRollAsync(new() { Name = $"{County.Session}/roll" })).Lines
            .ToDictionary(line => line.Person, line => line.Status);

        Assert.Equal("LEAVE_NOT_FOUND", early.Reason);
        Assert.Equal((LeaveState.ToRegister, "rulebooks/1"), (granted.State, granted.Rulebook));
        Assert.Equal([wang.Name, zhao.Name], waiting.LeaveRequests.Select(leave => leave.Name));
        Assert.Equal(StatusCode.PermissionDenied, member.Code);
        Assert.Equal((LeaveState.Approved, "people/p-office", "2023-03-17"), (registered.State, registered.RegisteredBy, registered.RegisteredOn));
        Assert.Equal(registered, again);
        Assert.Equal((AttendanceStatus.Leave, AttendanceStatus.Absent), (roll["people/p-wang"], roll["people/p-zhao"]));
    }

    [Fact]
    public async Task ApproveLeaveRequest_RuleOfLeader_NeedsNoOfficeAndShowsItNothing()
    {
        await using var county = await OpenAsync("leader");
        var office = new Caller(county.Host, "p-office", "CountyOffice:/xinxiang/*");
        var leave = await AskAsync(county.Wang);

        var approved = await county.Leader.Leave.ApproveLeaveRequestAsync(new() { Name = leave.Name });
        var list = await office.Leave.ListLeaveRequestsAsync(new() { Parent = County.Session });
        var register = await Refusal.OfAsync(office.Leave.RegisterLeaveRequestAsync(new() { Name = leave.Name }));
        var foreign = await county.OtherSecretary.Leave.ListLeaveRequestsAsync(new() { Parent = "units/-/sessions/-" });

        Assert.Equal(LeaveState.Approved, approved.State);
        Assert.Empty(list.LeaveRequests);
        Assert.Equal("LEAVE_NOT_FOUND", register.Reason);
        Assert.Empty(foreign.LeaveRequests);
    }

    private async Task<County> OpenAsync(string approver)
    {
        var county = await County.OpenAsync(Backing);
        await county.Host.DeliverAsync(new RulebookPublished(
            "rulebooks/1", new DateOnly(2023, 1, 1), new Dictionary<string, string> { ["leave.approver"] = approver }, 1));
        await county.GivenNotifiedAsync();
        return county;
    }

    private static async Task<LeaveRequest> AskAsync(Caller member) => await member.Leave.CreateLeaveRequestAsync(
        new() { Parent = County.Session, LeaveRequest = new() { Reason = LeaveReason.BusinessTrip } });
}

[Trait("Needs", "Servers")]
public sealed class OfficeLeaveOnServersTests : OfficeLeaveTests
{
    protected override Backing Backing => Backing.Servers;
}
