using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Roster;

namespace StudySuite.Directory.Identity;

/// <summary>The code of an authenticator app (TOTP), by ASP.NET Core Identity; each code is good once.</summary>
internal sealed class SecondFactor(
    DirectoryDbContext db, UserManager<Account> accounts, SignIn signIn, TokenClaims claims, CallContext call,
    IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Provider = "Authenticator";
    private const int RecoveryCodeCount = 8;

    // Identity takes codes from 90 s before to 90 s after.
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(4);

    private readonly IDataProtector protector = protection.CreateProtector("authenticator-setup");

    /// <summary>Whether one of the person's roles must have it by the rulebook (<c>auth.mfa</c>).</summary>
    public async Task<bool> IsRequiredAsync(string person, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var roles = rules.Members("auth.mfa");
        return roles.Length > 0
            && (await claims.GrantsOfAsync(person, cancellationToken)).Any(grant => roles.Contains(grant.Role.ToString()));
    }

    public string NewKey() => accounts.GenerateNewAuthenticatorKey();

    /// <summary>For the hidden field of the page that sets it up: nothing is stored before a first code was right.</summary>
    public string Hide(string key) => protector.Protect(key);

    public string Reveal(string hidden) => protector.Unprotect(hidden);

    /// <summary>Turns it on when the code fits the key.</summary>
    /// <returns>The recovery codes, told this once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpAsync(Person person, string key, string code, CancellationToken cancellationToken)
    {
        var store = new AccountStore(protection);
        var before = person.Account.AuthenticatorKey;
        await store.SetAuthenticatorKeyAsync(person.Account, key, cancellationToken);
        if (!await accounts.VerifyTwoFactorTokenAsync(person.Account, Provider, Digits(code)))
        {
            person.Account.UseAuthenticator(before);
            return null;
        }

        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(person.Account, RecoveryCodeCount);
        call.Act("Account/SetUpAuthenticator", call.Caller);
        db.Audit(person.ResourceName);
        await db.SaveChangesAsync(cancellationToken);
        return [.. codes!];
    }

    /// <returns>Null when the code, of the app or a recovery code, is good; else why not.</returns>
    public async Task<Violation?> TryAsync(Person person, string code, CancellationToken cancellationToken)
    {
        call.Act("Account/SecondFactor", new Caller(person.Id, person.DisplayName, []));
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        if (await signIn.CountAsync(person, rules, cancellationToken) is { } locked)
        {
            return locked;
        }

        if (await TakeCodeAsync(person.Account, Digits(code), cancellationToken)
            || (await accounts.RedeemTwoFactorRecoveryCodeAsync(person.Account, code.Trim().ToUpperInvariant())).Succeeded)
        {
            await signIn.SucceedAsync(person, cancellationToken);
            return null;
        }

        return await signIn.RefuseAsync(person, rules, "CODE_WRONG", cancellationToken);
    }

    private async Task<bool> TakeCodeAsync(Account account, string code, CancellationToken cancellationToken)
    {
        if (!await accounts.VerifyTwoFactorTokenAsync(account, Provider, code))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var before = account.UsedCodes;
        var used = before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('@'))
            .Where(entry => long.Parse(entry[1], CultureInfo.InvariantCulture) > (now - CodeLife).UtcTicks).ToList();
        if (used.Exists(entry => entry[0] == code))
        {
            return false;
        }

        // Of two that bring the same code at once, one finds the row changed.
        var after = string.Join(' ', used.Select(entry => string.Join('@', entry)).Append($"{code}@{now.UtcTicks}"));
        return await db.Accounts.Where(row => row.Person == account.Person && row.UsedCodes == before)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedCodes, after), cancellationToken) == 1;
    }

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
