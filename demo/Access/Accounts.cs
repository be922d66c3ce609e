using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StudySuite.Demo.Access;

/// <summary>
/// Demo accounts with passwords made up on this machine. There are no fixed ones: a demo that was left running must
/// not be open to whoever has read the source.
/// </summary>
public sealed class Accounts(string file)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<string, string> passwords = File.Exists(file)
        ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(file))!
        : [];

    private readonly Lock gate = new();

    public string? PasswordOf(string userName)
    {
        lock (gate)
        {
            return passwords.GetValueOrDefault(userName);
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> All()
    {
        lock (gate)
        {
            return [.. passwords];
        }
    }

    public void Keep(string userName, string password)
    {
        lock (gate)
        {
            passwords[userName] = password;
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            // Whole or not at all: a run that is killed here must not lose the passwords it has.
            var temporary = file + ".tmp";
            File.WriteAllText(temporary, JsonSerializer.Serialize(passwords, Json));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(temporary, file, overwrite: true);
        }
    }

    /// <summary>Letters, digits and a special character, easy to type.</summary>
    public static string NewPassword() =>
        $"Demo-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 6)}-{RandomNumberGenerator.GetString("23456789", 4)}";
}
