using StudySuite.Events;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Alerts;

/// <summary>What concerns people themselves: who acts for the leader, and whose password was taken off.</summary>
public abstract class PeopleTests(County county)
{
    private static readonly DateOnly From = new(2023, 12, 20);

    [Fact]
    public async Task Delegation_BegunAndEnded_IsToldToDeputyLeaderAndSecretary()
    {
        var begun = new DelegationChanged(
            "units/kegong/delegations/d1", "kegong", "p-kegong-leader", "p-deputy", From, From.AddDays(5), true, 1);
        await county.DeliverAsync(begun);
        await county.DeliverAsync(begun with { IsActive = false, Version = 2 });
        await county.DeliverAsync(begun with { IsActive = false, Version = 2 });

        foreach (var person in new[] { "p-deputy", "p-kegong-leader", "p-kegong-secretary" })
        {
            Assert.Equal(
                [InboxItemKind.DelegationBegun, InboxItemKind.DelegationEnded],
                (await county.ItemsAsync(person, begun.Delegation)).Select(item => item.Kind).Order());
        }

        Assert.Contains("2023年12月25日", (await county.ItemsAsync("p-deputy", begun.Delegation)).Single(item => item.Kind == InboxItemKind.DelegationBegun).Text);
        Assert.Empty(await county.ItemsAsync("p-weijian-secretary", begun.Delegation));
    }

    [Fact]
    public async Task Delegation_TakenBackBeforeItsFirstDay_IsNotTold()
    {
        var ahead = new DelegationChanged(
            "units/kegong/delegations/d2", "kegong", "p-kegong-leader", "p-deputy", From.AddDays(9), From.AddDays(12), false, 1);
        await county.DeliverAsync(ahead);
        await county.DeliverAsync(ahead with { Version = 2 });

        Assert.Empty(await county.ItemsAsync("p-deputy", ahead.Delegation));
    }

    [Fact]
    public async Task CredentialReset_IsToldToThePersonAndTheSecurityAdministrators()
    {
        await county.GivenOfficeAsync("p-security", "xinxiang", "SecurityAdmin");
        var reset = new CredentialReset("p-kegong-member", "Password", "p-admin", 1);
        await county.DeliverAsync(reset);
        await county.DeliverAsync(reset with { Version = 2 });

        var own = Assert.Single(await county.ItemsAsync("p-kegong-member", reset.Subject));
        Assert.Equal((InboxItemKind.CredentialReset, 1), (own.Kind, own.Repeats));
        var report = Assert.Single(await county.ItemsAsync("p-security", reset.Subject));
        Assert.Equal(InboxItemKind.CredentialResetReported, report.Kind);
        Assert.Contains("people/p-kegong-member", report.Text);
        Assert.Empty(await county.ItemsAsync("p-admin", reset.Subject));
    }
}

public sealed class PeopleOnSqliteTests(County county) : PeopleTests(county), IClassFixture<County>;

[Trait("Needs", "Servers")]
public sealed class PeopleOnServersTests(CountyOnServers county) : PeopleTests(county), IClassFixture<CountyOnServers>;
