using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using StudySuite.Notifications.Live;

namespace StudySuite.Notifications.Alerts;

/// <summary>Wakes those who pass alerts on: the watchers' poller and the deliveries' dispatcher.</summary>
internal sealed class AlertSignal : Waker;

/// <summary>
/// Raises the signal once an alert is there for others to see: after the commit. What another replica stored is found by
/// the polls.
/// </summary>
internal sealed class AlertCommits(AlertSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } db)
        {
            Signal(db);
        }

        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
        {
            Signal(db);
        }

        return Task.CompletedTask;
    }

    private void Signal(DbContext db)
    {
        if (db.ChangeTracker.Entries<Alert>().Any())
        {
            signal.Pulse();
        }
    }
}

/// <summary>Adds the interceptor to the service's context and to the subclass of it that runs on SQLite.</summary>
internal sealed class AlertCommitsSetup<TDb>(AlertCommits commits) : IDbContextOptionsConfiguration<TDb>
    where TDb : NotificationsDbContext
{
    public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(commits);
}
