using Microsoft.EntityFrameworkCore;
using StudySuite.Events;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Tests.Alerts;

/// <summary>Deadlines of sessions and make-ups: who is told, and that they end with what they asked for.</summary>
public abstract class SessionDeadlineCases(County county)
{
    private const string Folder = "units/kegong/sessions/late/archive";
    private static readonly DateOnly Day = new(2023, 12, 18);

    [Fact]
    public async Task ArchiveOverdue_ThenArchived_TellsTheUnitAndPublicityAndEnds()
    {
        await county.GivenOfficeAsync("p-publicity", "xinxiang", "Publicity");
        var overdue = new ArchiveOverdue("units/kegong/sessions/late", "kegong", "机要内容", Day, Day, 7);

        await county.DeliverAsync(overdue);
        await county.DeliverAsync(overdue);
        var isOpen = await IsOpenAsync(Folder);
        await county.DeliverAsync(new SessionArchived("units/kegong/sessions/late", "kegong", Day, "hash", 8));

        foreach (var person in new[] { "p-kegong-leader", "p-kegong-secretary", "p-publicity" })
        {
            var item = Assert.Single(await county.ItemsAsync(person, Folder));
            Assert.Equal((InboxItemKind.ArchiveDeadline, AlertLevel.Overdue), (item.Kind, item.Level));
            Assert.Equal("县科工局有一次学习应于2023年12月18日前归档，尚未归档。", item.Text);
        }

        Assert.Empty(await county.ItemsAsync("p-kegong-member", Folder));
        Assert.Empty(await county.ItemsAsync("p-weijian-secretary", Folder));
        Assert.Equal((true, false), (isOpen, await IsOpenAsync(Folder)));
    }

    [Fact]
    public async Task MakeUp_SoonThenOverdueThenDone_IsOneItemOfTheMemberAndEnds()
    {
        const string MakeUp = "units/kegong/makeUps/late";
        const string Session = "units/kegong/sessions/s1";

        await county.DeliverAsync(new MakeUpDueSoon(MakeUp, "kegong", Session, "p-kegong-member", "x", Day, 1));
        await county.DeliverAsync(new MakeUpOverdue(MakeUp, "kegong", Session, "p-kegong-member", "x", Day, 1));
        var (member, secretary) = (await county.ItemsAsync("p-kegong-member", MakeUp), await county.ItemsAsync("p-kegong-secretary", MakeUp));
        await county.DeliverAsync(new MakeUpDone(MakeUp, "kegong", Session, "p-kegong-member", Day, 3));

        Assert.Equal((AlertLevel.Overdue, 1), (Assert.Single(member).Level, member[0].Repeats));
        Assert.Equal("补学已逾期", Assert.Single(secretary).Title);
        Assert.Empty(await county.ItemsAsync("p-kegong-leader", MakeUp));
        Assert.False(await IsOpenAsync(MakeUp));
    }

    private Task<bool> IsOpenAsync(string subject) =>
        county.Host.ReadAsync(db => db.Alerts.AnyAsync(alert => alert.Subject == subject && alert.ClearedAt == null));
}

[Trait("Needs", "Servers")]
public sealed class SessionDeadlineOnServersTests(CountyOnServers county)
    : SessionDeadlineCases(county), IClassFixture<CountyOnServers>;

public sealed class SessionDeadlineTests(County county) : SessionDeadlineCases(county), IClassFixture<County>;
