using System.ComponentModel.DataAnnotations;

namespace StudySuite.Defaults.Authentication;

/// <summary>Section <c>Auth</c>: whose tokens are good.</summary>
public sealed class AuthOptions
{
    public const string Audience = "studysuite";

    /// <summary>The address people see in the browser, which tokens carry as <c>iss</c>; ends with a slash.</summary>
    [Required, Url]
    public string Issuer { get; set; } = "http://localhost:5080/";

    /// <summary>Where directory's public keys are fetched; empty: <c>.well-known/jwks</c> below the issuer.</summary>
    public string JwksUri { get; set; } = "";

    public string EffectiveJwksUri => JwksUri.Length > 0 ? JwksUri : new Uri(new Uri(Issuer), ".well-known/jwks").ToString();
}
