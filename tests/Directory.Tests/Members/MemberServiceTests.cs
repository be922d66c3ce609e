using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.Members;

public sealed class MemberServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private MemberService.MemberServiceClient Members => new(directory.SystemAdmin);

    [Fact]
    public async Task CreateMember_IsListedAndAnnouncedWithNameAndPost()
    {
        var member = await Members.CreateMemberAsync(await NewMemberAsync("xinxiang", MemberRole.Deputy));

        var listed = await Members.ListMembersAsync(new ListMembersRequest { Parent = "units/-", Person = member.Person });
        Assert.Equal(member, Assert.Single(listed.Members));
        var sent = (await directory.Service.SentAsync<MembershipChanged>()).Single(evt => evt.Member == member.Name);
        Assert.Equal(("张三", "局长", "Deputy", "Full"), (sent.Name, sent.Post, sent.Role, sent.Kind));
    }

    [Fact]
    public async Task CreateMember_SecondLeader_IsRefusedUntilTheFirstHasEnded()
    {
        await directory.GivenUnitAsync("handover", "交接", "xinxiang");
        var first = await Members.CreateMemberAsync(await NewMemberAsync("handover", MemberRole.Leader));
        var next = await NewMemberAsync("handover", MemberRole.Leader);
        await Refusal.AssertAsync("LEADER_EXISTS", Members.CreateMemberAsync(next));

        await Members.EndMemberAsync(new EndMemberRequest { Name = first.Name, ToDate = "2023-06-30", Etag = first.Etag });
        next.Member.FromDate = "2023-06-30";
        await Refusal.AssertAsync("LEADER_EXISTS", Members.CreateMemberAsync(next));
        next.Member.FromDate = "2023-07-01";
        await Members.CreateMemberAsync(next);

        var all = await Members.ListMembersAsync(new ListMembersRequest { Parent = "units/handover", ShowEnded = true });
        var now = await Members.ListMembersAsync(new ListMembersRequest { Parent = "units/handover" });
        Assert.Equal((2, 1), (all.Members.Count, now.Members.Count));
    }

    [Fact]
    public async Task CreateMember_SamePersonTwice_IsRefused()
    {
        var request = await NewMemberAsync("xinxiang", MemberRole.Member);
        await Members.CreateMemberAsync(request);
        await Refusal.AssertAsync("MEMBER_EXISTS", Members.CreateMemberAsync(request));
    }

    [Fact]
    public async Task EndMember_TwiceOrBeforeItsStart_IsRefused()
    {
        var member = await Members.CreateMemberAsync(await NewMemberAsync("xinxiang", MemberRole.Member));
        await Refusal.AssertAsync(
            "END_BEFORE_START", Members.EndMemberAsync(new EndMemberRequest { Name = member.Name, ToDate = "2019-01-01" }));
        await Refusal.AssertAsync(
            "DATE_INVALID", Members.EndMemberAsync(new EndMemberRequest { Name = member.Name, ToDate = "2023/1/1" }));

        await Members.EndMemberAsync(new EndMemberRequest { Name = member.Name, ToDate = "2023-12-31" });
        await Refusal.AssertAsync(
            "MEMBER_ENDED", Members.EndMemberAsync(new EndMemberRequest { Name = member.Name, ToDate = "2024-12-31" }));
    }

    [Fact]
    public async Task CreateMember_LeadersInParallel_OneWins() => await LeaderRace.RunAsync(directory);

    private async Task<CreateMemberRequest> NewMemberAsync(string unit, MemberRole role) =>
        LeaderRace.Request(unit, (await directory.GivenPersonAsync()).Person.Name, role);
}

[Trait("Needs", "Servers")]
public sealed class MemberServiceOnServersTests(DirectoryOnServers servers) : IClassFixture<DirectoryOnServers>
{
    [Fact]
    public async Task CreateMember_LeadersInParallel_OneWins() => await LeaderRace.RunAsync(servers.Directory);
}

internal static class LeaderRace
{
    public static async Task RunAsync(DirectoryHost directory)
    {
        await directory.GivenUnitAsync("race", "并发", "xinxiang");
        var requests = new List<CreateMemberRequest>();
        for (var i = 0; i < 8; i++)
        {
            requests.Add(Request("race", (await directory.GivenPersonAsync()).Person.Name, MemberRole.Leader));
        }

        var members = new MemberService.MemberServiceClient(directory.SystemAdmin);
        var refusals = await Task.WhenAll(requests.Select(request => Refusal.OfAsync(members.CreateMemberAsync(request))));

        Assert.Single(refusals, refusal => refusal.Count == 0);
        Assert.All(refusals.Where(refusal => refusal.Count > 0), refusal => Assert.Equal(["LEADER_EXISTS"], refusal));
    }

    public static CreateMemberRequest Request(string unit, string person, MemberRole role) => new()
    {
        Parent = $"units/{unit}",
        Member = new Member { Person = person, Role = role, Kind = MemberKind.Full, FromDate = "2023-01-01" },
    };
}
