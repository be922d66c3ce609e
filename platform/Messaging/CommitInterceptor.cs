using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace StudySuite.Messaging;

/// <summary>Raises the signal once the rows are there for others to see: after the commit, whoever commits.</summary>
internal sealed class CommitInterceptor(IEnumerable<OutboxSignal> signals) : SaveChangesInterceptor, IDbTransactionInterceptor
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
        if (Announcements.Take(db))
        {
            signals.FirstOrDefault(signal => signal.IsFor(db))?.Set();
        }
    }
}

/// <summary>
/// Adds the interceptor to every context of the container. Registered as an open generic, because on SQLite a service
/// runs a subclass of its context that messaging does not know.
/// </summary>
internal sealed class CommitInterceptorSetup<TDb>(CommitInterceptor interceptor) : IDbContextOptionsConfiguration<TDb>
    where TDb : DbContext
{
    public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(interceptor);
}
