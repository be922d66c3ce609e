using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using StudySuite.Directory.People;

namespace StudySuite.Directory.LoginSessions;

/// <summary>Between the password and the code of the authenticator: a cookie of a few minutes that opens only the code's page.</summary>
internal sealed class PendingLogin(DirectoryDbContext db, TimeProvider clock)
{
    public const string Scheme = "StudySuite.Pending";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public Task StartAsync(HttpContext context, Person person, LoginMethod method)
    {
        var identity = new ClaimsIdentity(
            [new Claim("pending", person.Id), new Claim("stamp", person.Account.Stamp), new Claim("method", method.ToString())], Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IssuedUtc = clock.GetUtcNow(),
            ExpiresUtc = clock.GetUtcNow() + Life,
        });
    }

    public async Task<(Person Person, LoginMethod Method)?> FindAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(Scheme);
        if (!ticket.Succeeded || !Enum.TryParse<LoginMethod>(ticket.Principal.FindFirstValue("method"), out var method))
        {
            return null;
        }

        var (id, stamp) = (ticket.Principal.FindFirstValue("pending"), ticket.Principal.FindFirstValue("stamp"));
        var person = await db.People.Include(person => person.Account).SingleOrDefaultAsync(
            person => person.Id == id && person.Account.Stamp == stamp, context.RequestAborted);
        return person is null ? null : (person, method);
    }

    /// <summary>Who came back from the outside provider, before it is known whose account that is.</summary>
    public static async Task<ClaimsPrincipal?> OutsiderAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(Scheme);
        return ticket.Succeeded && ticket.Principal.FindFirstValue("pending") is null ? ticket.Principal : null;
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
