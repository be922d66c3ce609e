using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Grants;
using StudySuite.Directory.People;
using StudySuite.Roster;

namespace StudySuite.Directory.Identity;

/// <summary>The log-in pages' own session: a cookie that names the person. What it may do is asked of the database.</summary>
internal sealed class Sessions(DirectoryDbContext db, TimeProvider clock)
{
    public const string Scheme = "StudySuite.Account";
    public const string StampClaim = "stamp";

    public async Task StartAsync(HttpContext context, Person person)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), context.RequestAborted);
        var isAdministrator = await db.Grants.AnyAsync(
            grant => grant.Person == person.Id && grant.RevokedAt == null && RoleGrant.AdminRoles.Contains(grant.Role),
            context.RequestAborted);
        var minutes = rules.Number(isAdministrator ? "auth.idle_timeout_minutes_admin" : "auth.idle_timeout_minutes");

        // The cookie handler renews it for as long again once half of it has passed.
        await context.SignInAsync(Scheme, new ClaimsPrincipal(IdentityOf(person)), new AuthenticationProperties
        {
            IssuedUtc = clock.GetUtcNow(),
            ExpiresUtc = clock.GetUtcNow().AddMinutes(minutes),
        });
    }

    /// <summary>The person who is logged in, or null when nobody is, or no longer.</summary>
    public async Task<Person?> FindAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(Scheme);
        if (!ticket.Succeeded)
        {
            return null;
        }

        // Anti-forgery tokens are bound to the user of the context.
        context.User = ticket.Principal;
        return await FindAsync(ticket.Principal, context.RequestAborted);
    }

    /// <summary>Null when the password has been set anew since.</summary>
    public Task<Person?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (id, stamp) = (principal.FindFirstValue("sub"), principal.FindFirstValue(StampClaim));
        return db.People.Include(person => person.Account).SingleOrDefaultAsync(
            person => person.Id == id && person.Account.Stamp == stamp, cancellationToken);
    }

    public async Task<bool> MustChangePasswordAsync(Person person, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var oldest = clock.GetUtcNow().AddDays(-rules.Number("auth.password_max_age_days"));
        return person.Account.MustChange || person.Account.ChangedAt < oldest;
    }

    private static ClaimsIdentity IdentityOf(Person person) => new(
        [new Claim("sub", person.Id), new Claim("name", person.DisplayName), new Claim(StampClaim, person.Account.Stamp)],
        Scheme, "name", "role");
}
