using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Roster;

namespace StudySuite.Directory.Identity;

/// <summary>Checks user name and password, and locks an account that is being guessed at.</summary>
internal sealed class SignIn(DirectoryDbContext db, Passwords passwords, CallContext call, TimeProvider clock)
{
    /// <returns>The person, or why not.</returns>
    public async Task<(Person? Person, Violation? Refusal)> TryAsync(
        string userName, string password, CancellationToken cancellationToken)
    {
        call.Act("Account/SignIn", null);
        var name = userName.Trim().ToLowerInvariant();
        var person = await db.People.Include(person => person.Account)
            .SingleOrDefaultAsync(person => person.UserName == name, cancellationToken);
        if (person is null || password.Length > PasswordRules.MaxLength)
        {
            passwords.FitsNobody("");
            return (null, await RefuseAsync("people/-", "SIGN_IN_FAILED", cancellationToken));
        }

        call.Act("Account/SignIn", new Caller(person.Id, person.DisplayName, []));
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        if (await CountAsync(person, rules, cancellationToken) is { } locked)
        {
            return (null, locked);
        }

        if (person.Account.PasswordHash.Length == 0 || !passwords.Fits(person.Account.PasswordHash, password))
        {
            return (null, await RefuseAsync(person, rules, "SIGN_IN_FAILED", cancellationToken));
        }

        // With a second factor the attempts go on counting until its code is right: who has the password only
        // must not get the codes for free.
        if (!person.Account.HasAuthenticator)
        {
            await SucceedAsync(person, cancellationToken);
        }

        return (person, null);
    }

    /// <summary>Counts one more attempt; null unless the account is locked.</summary>
    public async Task<Violation?> CountAsync(Person person, Rules rules, CancellationToken cancellationToken)
    {
        if (await CountAttemptAsync(person.Id, rules, cancellationToken))
        {
            return null;
        }

        await LockAsync(person.Id, rules, cancellationToken);
        return await RefuseAsync(person.ResourceName, "ACCOUNT_LOCKED", cancellationToken, Minutes(rules));
    }

    /// <summary>The attempt was good: the count starts anew.</summary>
    public async Task SucceedAsync(Person person, CancellationToken cancellationToken)
    {
        await db.Accounts.Where(account => account.Person == person.Id).ExecuteUpdateAsync(
            set => set.SetProperty(account => account.Failures, 0), cancellationToken);
        db.Audit(person.ResourceName);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The attempt was not; locks when it was the last.</summary>
    public async Task<Violation> RefuseAsync(Person person, Rules rules, string reason, CancellationToken cancellationToken)
    {
        var locked = await LockAsync(person.Id, rules, cancellationToken);
        return await RefuseAsync(
            person.ResourceName, locked ? "ACCOUNT_LOCKED" : reason, cancellationToken, Minutes(rules));
    }

    /// <summary>Before the password is looked at, in one statement: parallel guesses cannot slip past the limit.</summary>
    private async Task<bool> CountAttemptAsync(string person, Rules rules, CancellationToken cancellationToken)
    {
        var limit = rules.Number("auth.lock_after_failures");
        var now = clock.GetUtcNow();
        return await db.Accounts
            .Where(account => account.Person == person && account.Failures < limit
                && (account.LockedUntil == null || account.LockedUntil <= now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(account => account.Failures, account => account.Failures + 1), cancellationToken) == 1;
    }

    /// <summary>Locks when the attempts are used up; the count starts anew when the lock ends.</summary>
    private async Task<bool> LockAsync(string person, Rules rules, CancellationToken cancellationToken)
    {
        var limit = rules.Number("auth.lock_after_failures");
        DateTimeOffset? until = clock.GetUtcNow().AddMinutes(rules.Number("auth.lock_minutes"));
        return await db.Accounts.Where(account => account.Person == person && account.Failures >= limit)
            .ExecuteUpdateAsync(
                set => set.SetProperty(account => account.LockedUntil, until).SetProperty(account => account.Failures, 0),
                cancellationToken) == 1;
    }

    private async Task<Violation> RefuseAsync(
        string resource, string reason, CancellationToken cancellationToken, params (string, string)[] metadata)
    {
        db.Audit(resource, reason);
        await db.SaveChangesAsync(cancellationToken);
        return new Violation("password", reason, metadata);
    }

    private static (string, string) Minutes(Rules rules) =>
        ("minutes", rules.Number("auth.lock_minutes").ToString(CultureInfo.InvariantCulture));
}
