using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace StudySuite.Roster;

/// <summary>
/// The path of a unit by its code, asked with every call and hence kept for half a minute, less than a token lives.
/// A unit that moves is judged by its new place after at most that long.
/// </summary>
public sealed class UnitPaths<TDb>(IServiceScopeFactory scopes, TimeProvider clock)
    where TDb : DbContext
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (string Path, long ReadAt)> known = new();

    /// <summary>Null when there is no such unit, which is never kept: it may come the next moment.</summary>
    public async ValueTask<string?> FindAsync(string unit, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(unit, out var hit) && clock.GetElapsedTime(hit.ReadAt) < Kept)
        {
            return hit.Path;
        }

        await using var scope = scopes.CreateAsyncScope();
        var path = await scope.ServiceProvider.GetRequiredService<TDb>().Set<UnitView>()
            .Where(view => view.Code == unit)
            .Select(view => view.Path)
            .SingleOrDefaultAsync(cancellationToken);
        if (path is not null)
        {
            known[unit] = (path, clock.GetTimestamp());
        }

        return path;
    }
}
