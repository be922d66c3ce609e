using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;

namespace StudySuite.Directory.Grants;

/// <summary>
/// Dated grants and delegations begin and end by themselves: tokens go by the date, the other services are told here.
/// </summary>
internal sealed class GrantSweep : ISweep<DirectoryDbContext>
{
    public async Task SweepAsync(DirectoryDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var grants = await db.Grants
            .Where(grant => grant.RevokedAt == null && (grant.FromDate != null || grant.ToDate != null)
                && grant.IsAnnouncedActive != ((grant.FromDate == null || grant.FromDate <= today)
                    && (grant.ToDate == null || grant.ToDate >= today)))
            .ToListAsync(cancellationToken);
        foreach (var grant in grants)
        {
            await db.AnnounceAsync(grant.ToEvent(today), cancellationToken);
        }

        var delegations = await db.Delegations
            .Where(delegation => delegation.RevokedAt == null
                && delegation.IsAnnouncedActive != (delegation.FromDate <= today && delegation.ToDate >= today))
            .ToListAsync(cancellationToken);
        foreach (var delegation in delegations)
        {
            await db.AnnounceAsync(delegation, today, cancellationToken);
        }
    }
}
