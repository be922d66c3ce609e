using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Roster;

namespace StudySuite.Directory.LoginSessions;

/// <summary>How long a person's session lasts (DOMAIN §1.5); an administrator's is over sooner when it lies idle.</summary>
/// <param name="Idle">Without a page or a new token for longer than this, it is over.</param>
/// <param name="Longest">In all, however busy it is.</param>
internal sealed record Limits(TimeSpan Idle, TimeSpan Longest)
{
    /// <summary>
    /// Half of the idle limit at most: calls do not reach directory, new tokens do, so a program that works must come
    /// by before the session counts as idle.
    /// </summary>
    public TimeSpan AccessToken => TimeSpan.FromMinutes(Math.Clamp(Idle.TotalMinutes / 2, 1, 10));
}

internal sealed class SessionLimits(DirectoryDbContext db, TimeProvider clock)
{
    public async Task<Limits> OfAsync(string person, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var isAdministrator = await db.Grants.AnyAsync(
            grant => grant.Person == person && grant.RevokedAt == null && RoleGrant.AdminRoles.Contains(grant.Role),
            cancellationToken);
        return new Limits(
            TimeSpan.FromMinutes(rules.Number(isAdministrator ? "auth.idle_timeout_minutes_admin" : "auth.idle_timeout_minutes")),
            TimeSpan.FromHours(rules.Number("auth.session_max_hours")));
    }
}
