namespace StudySuite.Directory.Identity;

/// <summary>Section <c>Identity</c>.</summary>
internal sealed class IdentityOptions
{
    /// <summary>Where the first administrator's one-time password is written; deleted when it has been changed.</summary>
    public string FirstLoginFile { get; set; } = "data/first-login.txt";

    /// <summary>A file, such as a deployment's secret, that holds the one-time password; empty: a random one.</summary>
    public string FirstPasswordFile { get; set; } = "";
}
