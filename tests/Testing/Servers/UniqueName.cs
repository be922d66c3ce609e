namespace StudySuite.Testing.Servers;

internal static class UniqueName
{
    /// <summary>Purpose and a number that was never used; at most 60 characters, since PostgreSQL cuts names at 63.</summary>
    public static string For(string purpose)
    {
        var readable = new string([.. purpose.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        return $"{(readable.Length > 27 ? readable[..27] : readable)}_{Guid.CreateVersion7():N}";
    }
}
