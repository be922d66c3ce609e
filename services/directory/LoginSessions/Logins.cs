using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Roster;

namespace StudySuite.Directory.LoginSessions;

/// <summary>Somebody who is logged in.</summary>
internal sealed record SignedIn(Person Person, LoginSession Session);

/// <summary>
/// Log-ins: a cookie or token only names a session, what it may do is asked of the database. So a session that was
/// ended, idle for too long or too old opens nothing more, whoever holds its cookie or refresh token.
/// </summary>
internal sealed class Logins(DirectoryDbContext db, SessionLimits limits, CallContext call, TimeProvider clock)
{
    public const string Scheme = "StudySuite.Account";
    public const string SessionClaim = "sid";

    // A page may be asked for in bursts; the row need not follow each.
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    public async Task<SignedIn> StartAsync(HttpContext context, Person person, LoginMethod method, bool isStrong)
    {
        var now = clock.GetUtcNow();
        var program = context.Request.Headers.UserAgent.ToString();
        var session = new LoginSession
        {
            Id = ResourceName.NewId(),
            Person = person.Id,
            Stamp = person.Account.Stamp,
            Method = method,
            IsStrong = isStrong,
            Source = call.Source ?? "",
            Program = string.Concat(program.Take(120).Where(c => !char.IsControl(c) && !char.IsSurrogate(c))),
            StartedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + (await limits.OfAsync(person.Id, context.RequestAborted)).Longest,
        };
        db.Add(session);
        await db.SaveChangesAsync(context.RequestAborted);

        var identity = new ClaimsIdentity(
            [new Claim("sub", person.Id), new Claim("name", person.DisplayName), new Claim("sid", session.Id)],
            Scheme, "name", "role");
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = session.ExpiresAt,
        });
        return new SignedIn(person, session);
    }

    /// <summary>After a change of the password or a second factor: tokens of the earlier state end with its session.</summary>
    public async Task<SignedIn> ReplaceAsync(HttpContext context, SignedIn earlier, bool isStrong)
    {
        await EndAsync(earlier.Session, SessionEnd.Replaced, context.RequestAborted);
        return await StartAsync(context, earlier.Person, earlier.Session.Method, isStrong);
    }

    /// <summary>The person who is logged in, or null when nobody is, or no longer.</summary>
    public async Task<SignedIn?> FindAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(Scheme);
        if (!ticket.Succeeded)
        {
            return null;
        }

        // Anti-forgery tokens are bound to the user of the context.
        context.User = ticket.Principal;
        var found = await FindAsync(ticket.Principal.FindFirstValue("sid"), context.RequestAborted);
        if (found is not null)
        {
            call.Act(call.Action, new Caller(found.Person.Id, found.Person.DisplayName, []));
        }

        return found;
    }

    public async Task<SignedIn?> FindAsync(string? id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = await db.LoginSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken);
        if (session is null || session.EndedAt is not null || session.ExpiresAt <= now
            || now - session.LastUsedAt > (await limits.OfAsync(session.Person, cancellationToken)).Idle)
        {
            return null;
        }

        var person = await db.People.Include(person => person.Account).SingleOrDefaultAsync(
            person => person.Id == session.Person && person.Account.Stamp == session.Stamp, cancellationToken);
        if (person is not null && now - session.LastUsedAt > TouchEvery)
        {
            await db.LoginSessions.Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LastUsedAt, now), cancellationToken);
        }

        return person is null ? null : new SignedIn(person, session);
    }

    /// <summary>Those of a person that still open something.</summary>
    public async Task<IQueryable<LoginSession>> OpenOfAsync(string person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var idleSince = now - (await limits.OfAsync(person, cancellationToken)).Idle;
        return db.LoginSessions.Where(session => session.Person == person && session.EndedAt == null
            && session.ExpiresAt > now && session.LastUsedAt >= idleSince
            && db.Accounts.Any(account => account.Person == person && account.Stamp == session.Stamp));
    }

    /// <returns>False when it was over already.</returns>
    public async Task<bool> EndAsync(LoginSession session, SessionEnd by, CancellationToken cancellationToken)
    {
        var (now, end) = ((DateTimeOffset?)clock.GetUtcNow(), (SessionEnd?)by);
        var ended = await db.LoginSessions.Where(row => row.Id == session.Id && row.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedBy, end), cancellationToken);
        if (ended == 1)
        {
            db.Audit(session.ResourceName, by == SessionEnd.TokenReused ? "TOKEN_REUSED" : "OK");
            await db.SaveChangesAsync(cancellationToken);
        }

        return ended == 1;
    }
}
