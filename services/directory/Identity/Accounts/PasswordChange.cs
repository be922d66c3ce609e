using System.Globalization;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.People;
using StudySuite.Roster;

namespace StudySuite.Directory.Identity;

/// <summary>A person chooses a new password; all sessions but this one end with the old.</summary>
internal sealed class PasswordChange(
    DirectoryDbContext db, SignIn signIn, Passwords passwords, FirstLogin firstLogin, CallContext call, TimeProvider clock)
{
    /// <returns>Everything that is wrong; empty when the password has been changed.</returns>
    public async Task<IReadOnlyList<Violation>> TryAsync(
        Person person, string current, string chosen, string repeated, CancellationToken cancellationToken)
    {
        // By the same door as the log-in, so that this form is no way around the lock.
        var (known, refusal) = await signIn.TryAsync(person.UserName, current, cancellationToken);
        if (known is null)
        {
            return [refusal!.Reason == "SIGN_IN_FAILED" ? refusal with { Reason = "PASSWORD_WRONG" } : refusal];
        }

        var rules = await Rules.LoadAsync(db, clock.Today(), cancellationToken);
        var wrong = PasswordRules.Check(chosen, current, person.UserName, rules).ToList();
        if (chosen != repeated)
        {
            wrong.Add(new Violation("repeatPassword", "PASSWORD_NOT_REPEATED"));
        }

        var remembered = rules.Number("auth.password_history");
        if (wrong.Count == 0 && person.Account.EarlierPasswords().Take(remembered).Any(old => passwords.Fits(old, chosen)))
        {
            wrong.Add(new Violation(
                "newPassword", "PASSWORD_USED_BEFORE", ("count", remembered.ToString(CultureInfo.InvariantCulture))));
        }

        if (wrong.Count > 0)
        {
            return wrong;
        }

        person.Account.Change(passwords.Hash(chosen), clock.GetUtcNow(), remembered);
        call.Action = "Account/ChangePassword";
        db.Audit(person.ResourceName);
        await db.SaveChangesAsync(cancellationToken);
        if (person.UserName == FirstLogin.UserName)
        {
            firstLogin.Forget();
        }

        return [];
    }
}
