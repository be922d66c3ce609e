using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace StudySuite.Directory.Identity;

/// <summary>Hashing of passwords, one-time ones and those that people choose.</summary>
internal sealed class Passwords
{
    // No letters that look alike: people type it from a sheet of paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly PasswordHasher<object> slow = new();

    // Slow hashes make guessing dear; nobody guesses 92 random bits, and a county creates 3,000 accounts in one go.
    private readonly PasswordHasher<object> quick =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

    private readonly Lazy<string> nobody;

    public Passwords() => nobody = new Lazy<string>(() => Hash(NewOneTime()));

    /// <summary>Sixteen letters and digits in groups of four.</summary>
    public static string NewOneTime()
    {
        var letters = RandomNumberGenerator.GetString(Letters, 16);
        return string.Join('-', letters.Chunk(4).Select(chunk => new string(chunk)));
    }

    public string HashOneTime(string password) => quick.HashPassword(this, password);

    public string Hash(string password) => slow.HashPassword(this, password);

    public bool Fits(string hash, string password) =>
        slow.VerifyHashedPassword(this, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Takes as long as for a real account, so that time does not tell which user names exist.</summary>
    public void FitsNobody(string password) => Fits(nobody.Value, password);
}
