using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Live;
using StudySuite.Notifications.Senders;

namespace StudySuite.Notifications.Deliveries;

/// <summary>
/// Sends what is due, at once when this process stored it and else within half a second; every channel on its own, so
/// that one that hangs holds up no other. Any number of replicas may do so: a claim in the database gives each delivery
/// to one of them. A channel whose other side is away rests as a whole; what it cannot send keeps its tries for later.
/// </summary>
internal sealed partial class DeliveryDispatcher(
    IServiceScopeFactory scopes, ChannelSender sender, AlertSignal alerts, DeliveryMetrics metrics,
    IOptions<NotificationsOptions> options, TimeProvider clock, ILogger<DeliveryDispatcher> logger)
    : BackgroundService
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Task> busy = new();
    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Until)> resting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = alerts.Next;
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.Failed(logger, error);
            }

            await Waker.WaitAsync(next, Every, clock, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (channel, work) in busy.Where(pair => pair.Value.IsCompleted))
        {
            busy.TryRemove(channel, out _);
            await work;
        }

        var without = busy.Keys.Concat(resting.Where(pair => pair.Value.Until > now).Select(pair => pair.Key)).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        foreach (var channel in await db.ChannelsWithDueAsync(without, now, cancellationToken))
        {
            busy[channel] = SendAllAsync(channel, cancellationToken);
        }
    }

    private async Task SendAllAsync(string channel, CancellationToken cancellationToken)
    {
        var goesOn = true;
        while (goesOn)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
            goesOn = await SendNextAsync(db, channel, cancellationToken);
        }
    }

    /// <returns>Whether it is worth asking for more.</returns>
    private async Task<bool> SendNextAsync(NotificationsDbContext db, string channelId, CancellationToken cancellationToken)
    {
        var kind = await db.Channels.Where(channel => channel.Id == channelId).Select(channel => channel.Kind)
            .FirstOrDefaultAsync(cancellationToken);
        // A webhook takes one event a call; people and groups rather read one message than twenty.
        var batch = await db.ClaimAsync(
            channelId, kind == ChannelKind.Webhook ? 1 : MostAtOnce, clock.GetUtcNow(), cancellationToken);
        if (batch is null)
        {
            return false;
        }

        if (batch.Person.Length > 0)
        {
            await db.DropReadAsync(batch, cancellationToken);
        }

        var outcome = batch.Deliveries.Count == 0 ? Outcome.Delivered : await SendAsync(db, batch, cancellationToken);
        Note(batch, outcome);
        // What was sent is sent, also when the host is just stopping.
        await db.SaveChangesAsync(CancellationToken.None);
        return outcome.IsDelivered || !outcome.IsAway;
    }

    private async Task<Outcome> SendAsync(NotificationsDbContext db, Batch batch, CancellationToken cancellationToken)
    {
        var (recipients, language) = (batch.Channel.Mail.Recipients, batch.Channel.Language);
        if (batch.Person.Length > 0)
        {
            var settings = await db.PersonSettings.AsNoTracking()
                .SingleOrDefaultAsync(person => person.Person == batch.Person, cancellationToken);
            if (settings is null || settings.Email.Length == 0)
            {
                batch.Deliveries.ForEach(delivery => delivery.Drop());
                return Outcome.Delivered;
            }

            (recipients, language) = ([settings.Email], settings.Language);
        }

        var alerts = (await db.AlertsOfAsync(batch.Deliveries, cancellationToken)).ToDictionary(row => row.Alert.Id);
        var notices = batch.Deliveries
            .Select(delivery => Notice.Of(delivery.Id, alerts[delivery.Alert], language, options.Value.WebAddress)).ToList();
        return await sender.SendAsync(batch.Channel, recipients, notices, cancellationToken);
    }

    private void Note(Batch batch, Outcome outcome)
    {
        var now = clock.GetUtcNow();
        var channel = batch.Channel.Id;
        if (outcome.IsAway)
        {
            var failures = resting.TryGetValue(channel, out var before) ? before.Failures + 1 : 1;
            resting[channel] = (failures, now + options.Value.Pause(failures));
        }
        else
        {
            resting.TryRemove(channel, out _);
        }

        foreach (var delivery in batch.Deliveries.Where(delivery => delivery.State == DeliveryState.Pending))
        {
            if (outcome.IsDelivered)
            {
                delivery.Succeed(now);
            }
            else
            {
                delivery.Fail(outcome.Failure, now + options.Value.Pause(delivery.Attempts + 1), options.Value.MaxAttempts);
            }

            metrics.Tried(batch.Channel.Kind, delivery.State);
            if (delivery.State == DeliveryState.Parked)
            {
                Log.Parked(logger, channel, delivery.Id, outcome.Failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Sending deliveries failed; tried again")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(LogLevel.Warning, "Channel {Channel}: delivery {Delivery} is given up until it is redelivered: {Failure}")]
        public static partial void Parked(ILogger logger, string channel, string delivery, string failure);
    }
}
