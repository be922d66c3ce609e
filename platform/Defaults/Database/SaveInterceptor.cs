using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using StudySuite.Defaults.Audit;

namespace StudySuite.Defaults.Database;

/// <summary>Before every save: versions and times of what changed, and its lines in the audit trail, in the same transaction.</summary>
internal sealed class SaveInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (SuiteDbContext)eventData.Context!;
        var now = clock.GetUtcNow();
        db.ChangeTracker.DetectChanges();

        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            Stamp(entry, now);
        }

        foreach (var entry in db.ChangeTracker.Entries<IAudited>().Where(IsChange).ToList())
        {
            db.Add(new AuditEntry(entry.Entity.ResourceName));
        }

        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.Complete(db.Call, now, Activity.Current?.TraceId.ToString());
        }

        return ValueTask.FromResult(result);
    }

    // Saving synchronously would slip past the stamps above.
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save with SaveChangesAsync.");

    private static void Stamp(EntityEntry<Aggregate> entry, DateTimeOffset now)
    {
        if (entry.State == EntityState.Added)
        {
            entry.Entity.Version = 1;
            entry.Entity.CreatedAt = entry.Entity.UpdatedAt = now;
        }
        else if (entry.State == EntityState.Modified)
        {
            // From the original value, so that a save repeated after a failure does not skip a number.
            entry.Entity.Version = entry.OriginalValues.GetValue<long>(nameof(Aggregate.Version)) + 1;
            entry.Entity.UpdatedAt = now;
        }
    }

    private static bool IsChange(EntityEntry<IAudited> entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
