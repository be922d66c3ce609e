using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Database;

namespace StudySuite.Defaults.Doctor;

/// <summary>All settings that are checked at a start, and those that work but are not wise.</summary>
internal sealed class SettingsCheckup(
    IStartupValidator validator, IOptions<AuthOptions> auth, IOptions<DatabaseOptions> database) : ICheckup
{
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var failures = Failures();
        foreach (var failure in failures)
        {
            yield return Finding.Bad("settings", failure, "Change the setting that is named, then run doctor again.");
        }

        if (failures.Count > 0)
        {
            yield break;
        }

        yield return Finding.Good("settings");
        if (Uri.TryCreate(auth.Value.Issuer, UriKind.Absolute, out var issuer) && issuer.Scheme == "http"
            && !issuer.IsLoopback)
        {
            yield return Finding.Warning(
                "settings Auth:Issuer", $"{issuer} 不是 https 地址：口令和令牌会明文经过网络。请配置证书并改用 https。",
                $"{issuer} is not https: passwords and tokens cross the network in the open. Give the gateway a certificate.");
        }

        if (database.Value is { Provider: DatabaseProvider.Postgres, PasswordFile.Length: 0 }
            && database.Value.Connection.Contains("Password", StringComparison.OrdinalIgnoreCase))
        {
            yield return Finding.Warning(
                "settings Database:Connection", "口令写在设置里，请改用 Database:PasswordFile。",
                "The password stands in a setting: put it into a file and name that in Database:PasswordFile.");
        }
    }

    private List<string> Failures()
    {
        try
        {
            validator.Validate();
            return [];
        }
        catch (OptionsValidationException error)
        {
            return [.. error.Failures];
        }
        catch (AggregateException errors)
        {
            return [.. errors.InnerExceptions.Select(error => error.Message)];
        }
    }
}
