using System.ComponentModel.DataAnnotations;

namespace StudySuite.Directory.Identity;

/// <summary>Section <c>Identity</c>.</summary>
internal sealed class IdentityOptions
{
    /// <summary>Where the first administrator's one-time password is written; deleted when it has been changed.</summary>
    public string FirstLoginFile { get; set; } = "data/first-login.txt";

    /// <summary>A file, such as a deployment's secret, that holds the one-time password; empty: a random one.</summary>
    public string FirstPasswordFile { get; set; } = "";

    /// <summary>
    /// A file that holds the secret by which the bulletin service gets its own tokens; empty: it gets none, and the
    /// statistics cannot be rebuilt.
    /// </summary>
    public string BulletinSecretFile { get; set; } = "";

    /// <summary>Days after which a new signing key takes over by itself.</summary>
    [Range(1, 3650)]
    public int KeyDays { get; set; } = 90;

    /// <summary>
    /// Seconds for which a new key is only shown before it signs: longer than services keep the keys that they fetched.
    /// </summary>
    [Range(0, 86400)]
    public int KeyLeadSeconds { get; set; } = 3600;

    /// <summary>Seconds between two looks at which keys there are; another replica may have made one.</summary>
    [Range(1, 600)]
    public int KeyCheckSeconds { get; set; } = 60;

    public ExternalOptions External { get; set; } = new();
}

/// <summary>
/// Section <c>Identity:External</c>: log-in at an outside OpenID Connect provider, such as a province's. Off without
/// an authority. It opens accounts that exist; it makes none. Its redirect address is
/// <c>{Auth:Issuer}account/external/callback</c>.
/// </summary>
internal sealed class ExternalOptions
{
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>File that holds the client's secret; empty for a public client, which PKCE protects.</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>What stands on the button, in Chinese.</summary>
    public string Name { get; set; } = "统一身份认证";

    /// <summary>The claim that is the user name here. Looked at in the first log-in only: from then on its subject counts.</summary>
    public string UserNameClaim { get; set; } = "preferred_username";

    public string[] Scopes { get; set; } = ["openid", "profile"];

    /// <summary>The provider asks for a second factor itself, so ours is not asked for.</summary>
    public bool HasSecondFactor { get; set; }

    public bool IsOn => Authority.Length > 0;
}
