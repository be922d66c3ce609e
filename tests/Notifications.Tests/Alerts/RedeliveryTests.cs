using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Notifications.Rectification;

namespace StudySuite.Notifications.Tests.Alerts;

public sealed class RedeliveryTests(County county) : RedeliveryCases(county), IClassFixture<County>;

[Trait("Needs", "Servers")]
public sealed class RedeliveryOnServersTests(CountyOnServers county) : RedeliveryCases(county), IClassFixture<CountyOnServers>;

/// <summary>The same on both databases: it is the database that decides.</summary>
public abstract class RedeliveryCases(County county)
{
    private const int Copies = 20;

    [Fact]
    public async Task Event_ComesTwentyTimesAtOnceOverTheBus_OneItem()
    {
        var notice = county.NewNotice();

        await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => county.DeliverAsync(County.Overdue(notice))));

        Assert.Single(await county.ItemsAsync(County.Office, notice));
    }

    /// <summary>Past the queue, which hands out one message after the other: as if twenty replicas had each a copy.</summary>
    [Fact]
    public async Task Event_IsConsumedTwentyTimesAtOnce_OneItem()
    {
        var notice = county.NewNotice();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => TryConsumeAsync(notice)));

        Assert.Contains(true, outcomes);
        Assert.Single(await county.ItemsAsync(County.Office, notice));
        Assert.Equal(1, await county.Host.ReadAsync(db => db.Alerts.CountAsync(alert => alert.Subject == notice)));
    }

    private async Task<bool> TryConsumeAsync(string notice)
    {
        await using var scope = county.Host.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<RectificationOverdueConsumer>()
                .ConsumeAsync(County.Overdue(notice), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<NotificationsDbContext>().SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }
}
