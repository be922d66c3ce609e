using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Deadlines;
using StudySuite.Directory.Identity;
using StudySuite.Directory.V1;
using StudySuite.Events;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.Delegations;

public class DelegationServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    [Fact]
    public async Task CreateDelegation_DuringItsDays_GivesTheDeputyTheLeadersRoleAndSaysForWhom()
    {
        var (unit, leader, deputy) = await GivenGroupAsync("acting");
        var delegations = As(leader, unit);

        var delegation = await delegations.CreateDelegationAsync(Asked(unit, deputy, "2023-12-22", "2023-12-24"));
        Assert.Equal($"people/{leader}", delegation.Leader);
        Assert.DoesNotContain(await GrantsAsync(deputy, 20), grant => grant.StartsWith("GroupLeader", StringComparison.Ordinal));
        var acting = (await GrantsAsync(deputy, 22)).Single(grant => grant.StartsWith("GroupLeader", StringComparison.Ordinal));
        Assert.Equal($"GroupLeader:/xinxiang/{unit}/~{leader}", acting);
        Assert.DoesNotContain(await GrantsAsync(deputy, 25), grant => grant.StartsWith("GroupLeader", StringComparison.Ordinal));

        // With that token the deputy is the leader, but hands nothing on and takes nothing back.
        var asDeputy = new DelegationService.DelegationServiceClient(directory.As(deputy, acting));
        Assert.Equal(delegation, (await asDeputy.ListDelegationsAsync(new ListDelegationsRequest { Parent = $"units/{unit}" })).Delegations.Single());
        await Refusal.AssertAsync("DELEGATION_BY_DEPUTY", asDeputy.CreateDelegationAsync(Asked(unit, deputy, "2024-01-01", "2024-01-02")));
        await Refusal.AssertAsync("DELEGATION_BY_DEPUTY", asDeputy.RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name }));

        await delegations.RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name, Etag = delegation.Etag });
        Assert.DoesNotContain(await GrantsAsync(deputy, 22), grant => grant.StartsWith("GroupLeader", StringComparison.Ordinal));
        await Refusal.AssertAsync("DELEGATION_REVOKED", delegations.RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name }));
    }

    [Fact]
    public async Task CreateDelegation_AgainstTheRules_IsRefused()
    {
        var (unit, leader, deputy) = await GivenGroupAsync("ruled");
        var delegations = As(leader, unit);
        await Refusal.AssertAsync("NOT_A_DEPUTY", delegations.CreateDelegationAsync(Asked(unit, leader, "2023-12-22", "2023-12-24")));
        await Refusal.AssertAsync("DATE_TOO_EARLY", delegations.CreateDelegationAsync(Asked(unit, deputy, "2023-12-19", "2023-12-24")));
        await Refusal.AssertAsync("DELEGATION_TOO_LONG", delegations.CreateDelegationAsync(Asked(unit, deputy, "2023-12-22", "2025-12-24")));
        await delegations.CreateDelegationAsync(Asked(unit, deputy, "2023-12-22", "2023-12-24"));
        await Refusal.AssertAsync("DELEGATION_EXISTS", delegations.CreateDelegationAsync(Asked(unit, deputy, "2023-12-24", "2023-12-30")));
        await directory.GivenUnitAsync("leaderless", "无组长", "xinxiang");
        var administrator = new DelegationService.DelegationServiceClient(directory.SystemAdmin);
        await Refusal.AssertAsync("NO_LEADER", administrator.CreateDelegationAsync(Asked("leaderless", deputy, "2023-12-22", "2023-12-24")));
        await Refusal.AssertAsync("ROLE_MISSING", new DelegationService.DelegationServiceClient(directory.As(deputy, $"Member:/xinxiang/{unit}/"))
            .CreateDelegationAsync(Asked(unit, deputy, "2024-02-01", "2024-02-02")));
    }

    [Fact]
    public async Task Sweep_OnItsFirstDayAndAfterTheLast_TellsTheOthers()
    {
        var (unit, leader, deputy) = await GivenGroupAsync("swept");
        var delegation = await As(leader, unit).CreateDelegationAsync(Asked(unit, deputy, "2023-12-22", "2023-12-24"));
        await SweepAsync(new DateOnly(2023, 12, 22));
        await SweepAsync(new DateOnly(2023, 12, 23));
        await SweepAsync(new DateOnly(2023, 12, 25));

        var sent = (await directory.Service.SentAsync<GrantChanged>()).Where(evt => evt.Grant == delegation.Name).ToList();
        Assert.Equal([(false, 1L), (true, 2L), (false, 3L)], sent.Select(evt => (evt.IsActive, evt.Version)));
        Assert.Equal(("GroupLeader", unit, deputy), (sent[1].Role, sent[1].Unit, sent[1].Person));
        var told = (await directory.Service.SentAsync<DelegationChanged>()).Where(evt => evt.Delegation == delegation.Name).ToList();
        Assert.Equal([(false, 1L), (true, 2L), (false, 3L)], told.Select(evt => (evt.IsActive, evt.Version)));
        Assert.Equal((unit, deputy), (told[1].Unit, told[1].Deputy));
    }

    [Fact]
    public async Task CreateGrant_Dated_HoldsFromItsFirstToItsLastDay()
    {
        var person = (await directory.GivenPersonAsync()).Person.Name;
        var grants = new GrantService.GrantServiceClient(directory.SecurityAdmin);
        var asked = new Grant { Person = person, Role = GrantRole.Observer, Unit = "units/xinxiang", FromDate = "2023-12-22", ToDate = "2023-12-23" };
        var grant = await grants.CreateGrantAsync(new CreateGrantRequest { Grant = asked });
        Assert.Equal(("2023-12-22", "2023-12-23"), (grant.FromDate, grant.ToDate));

        Assert.Empty(await GrantsAsync(person[7..], 21));
        Assert.Equal(["Observer:/xinxiang/*"], await GrantsAsync(person[7..], 23));
        Assert.Empty(await GrantsAsync(person[7..], 24));
        asked.ToDate = "2023-12-19";
        await Refusal.AssertAsync("DATE_TOO_EARLY", grants.CreateGrantAsync(new CreateGrantRequest { Grant = asked }));
    }

    private async Task<(string Unit, string Leader, string Deputy)> GivenGroupAsync(string unit)
    {
        await directory.GivenUnitAsync(unit, unit, "xinxiang");
        return (unit, await GivenMemberAsync(unit, MemberRole.Leader), await GivenMemberAsync(unit, MemberRole.Deputy));
    }

    private async Task<string> GivenMemberAsync(string unit, MemberRole role)
    {
        var person = (await directory.GivenPersonAsync()).Person.Name;
        await new MemberService.MemberServiceClient(directory.SystemAdmin).CreateMemberAsync(new CreateMemberRequest
        {
            Parent = $"units/{unit}",
            Member = new Member { Person = person, Role = role, Kind = MemberKind.Full, FromDate = "2023-01-01" },
        });
        return person[7..];
    }

    private DelegationService.DelegationServiceClient As(string leader, string unit) =>
        new(directory.As(leader, $"GroupLeader:/xinxiang/{unit}/"));

    /// <summary>What a token of that person would carry on that day of December 2023.</summary>
    private async Task<List<string>> GrantsAsync(string person, int day)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2023, 12, day, 4, 0, 0, TimeSpan.Zero));
        return await directory.Service.ReadAsync(async db =>
            (await new TokenClaims(db, null!, clock).GrantsOfAsync(person, CancellationToken.None)).ConvertAll(grant => grant.ToString()));
    }

    private Task SweepAsync(DateOnly today) => directory.Service.WithDbAsync(async db =>
        await directory.Service.Services.CreateScope().ServiceProvider.GetServices<ISweep<DirectoryDbContext>>()
            .OfType<Directory.Grants.GrantSweep>().Single().SweepAsync(db, today, CancellationToken.None));

    private static CreateDelegationRequest Asked(string unit, string deputy, string from, string to) => new()
    {
        Parent = $"units/{unit}",
        Delegation = new Delegation { Deputy = $"people/{deputy}", FromDate = from, ToDate = to, Reason = "外出学习" },
    };
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class DelegationOnServersTests(DirectoryOnServers servers) : DelegationServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
