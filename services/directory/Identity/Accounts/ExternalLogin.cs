using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.People;

namespace StudySuite.Directory.Identity;

/// <summary>Finds the account of somebody who comes back from the outside provider.</summary>
internal sealed class ExternalLogin(DirectoryDbContext db, IOptions<IdentityOptions> options, CallContext call)
{
    public const string Scheme = "StudySuite.External";

    private readonly ExternalOptions settings = options.Value.External;

    public bool IsOn => settings.IsOn;

    public string Name => settings.Name;

    /// <returns>The person, or why not.</returns>
    public async Task<(Person? Person, Violation? Refusal)> FindAsync(ClaimsPrincipal outside, CancellationToken cancellationToken)
    {
        call.Act("Account/ExternalSignIn", null);
        var subject = outside.FindFirstValue("sub");
        var userName = outside.FindFirstValue(settings.UserNameClaim)?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(subject) || subject.Length > 300)
        {
            return (null, await RefuseAsync("people/-", "EXTERNAL_UNKNOWN", cancellationToken));
        }

        var people = db.People.Include(person => person.Account);
        var person = await people.SingleOrDefaultAsync(person => person.Account.ExternalSubject == subject, cancellationToken)
            ?? await people.SingleOrDefaultAsync(person => person.UserName == userName, cancellationToken);
        if (person is null)
        {
            return (null, await RefuseAsync("people/-", "EXTERNAL_UNKNOWN", cancellationToken));
        }

        call.Act("Account/ExternalSignIn", new Caller(person.Id, person.DisplayName, []));
        // The name was given to somebody else over there: that person is not this one.
        if (person.Account.ExternalSubject is { } bound && bound != subject)
        {
            return (null, await RefuseAsync(person.ResourceName, "EXTERNAL_OTHER_SUBJECT", cancellationToken));
        }

        person.Account.BindExternal(subject);
        db.Audit(person.ResourceName);
        await db.SaveChangesAsync(cancellationToken);
        return (person, null);
    }

    private async Task<Violation> RefuseAsync(string resource, string reason, CancellationToken cancellationToken)
    {
        db.Audit(resource, reason);
        await db.SaveChangesAsync(cancellationToken);
        return new Violation("userName", reason);
    }
}
