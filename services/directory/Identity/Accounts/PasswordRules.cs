using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Roster;

namespace StudySuite.Directory.Identity;

/// <summary>What a chosen password must be (DOMAIN §1.5).</summary>
internal static class PasswordRules
{
    public const int MaxLength = 128;

    /// <summary>Everything that is wrong with it; empty when it is good.</summary>
    public static IEnumerable<Violation> Check(string password, string old, string userName, Rules rules)
    {
        var shortest = rules.Number("auth.password_min_len");
        if (password.Length < shortest || password.Length > MaxLength)
        {
            yield return new Violation(
                "newPassword", "PASSWORD_LENGTH", ("min", shortest.ToString(CultureInfo.InvariantCulture)));
        }

        if (!password.Any(char.IsLetter) || !password.Any(char.IsDigit) || password.All(char.IsLetterOrDigit))
        {
            yield return new Violation("newPassword", "PASSWORD_TOO_SIMPLE");
        }

        if (password.Equals(userName, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Violation("newPassword", "PASSWORD_IS_USER_NAME");
        }

        if (password == old)
        {
            yield return new Violation("newPassword", "PASSWORD_UNCHANGED");
        }
    }
}
