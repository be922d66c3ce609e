using StudySuite.Defaults.Requests;
using StudySuite.Directory.LoginSessions;
using StudySuite.Roster;

namespace StudySuite.Directory.Identity;

/// <summary>What a person who is logged in must still do before anything else opens.</summary>
internal sealed class NextPage(DirectoryDbContext db, SecondFactor factor, TimeProvider clock)
{
    /// <returns>Null when nothing is left to do.</returns>
    public async Task<string?> OfAsync(SignedIn signedIn, string returnUrl, CancellationToken cancellationToken)
    {
        var (person, session) = signedIn;
        if (session.Method == LoginMethod.Password && await MustChangePasswordAsync(signedIn, cancellationToken))
        {
            return AccountPages.PasswordPage(returnUrl);
        }

        if (session.IsStrong || !await factor.IsRequiredAsync(person.Id, cancellationToken))
        {
            return null;
        }

        return person.Account.HasAuthenticator
            ? AccountPages.CodePage(returnUrl)
            : AccountPages.AuthenticatorPage(returnUrl);
    }

    private async Task<bool> MustChangePasswordAsync(SignedIn signedIn, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var oldest = clock.GetUtcNow().AddDays(-rules.Number("auth.password_max_age_days"));
        return signedIn.Person.Account.MustChange || signedIn.Person.Account.ChangedAt < oldest;
    }
}
