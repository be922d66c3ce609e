using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Authentication;

namespace StudySuite.Testing;

/// <summary>Makes access tokens as directory would, signed with a key of this test run.</summary>
public static class TestTokens
{
    public const string Issuer = "http://localhost:5080/";

    public static RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "test" };

    /// <param name="grants">As in a token: <c>StudySecretary:/xinxiang/</c>, <c>Publicity:/xinxiang/*</c>.</param>
    public static string Create(string person, IEnumerable<string> grants, RsaSecurityKey? key = null, int minutes = 15)
    {
        var claims = new List<Claim> { new("sub", person), new("name", person) };
        claims.AddRange(grants.Select(grant => new Claim(Caller.GrantClaim, grant)));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AuthOptions.Audience,
            TokenType = "at+jwt",
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now.AddMinutes(Math.Min(0, minutes - 1)),
            NotBefore = now.AddMinutes(Math.Min(0, minutes - 1)),
            Expires = now.AddMinutes(minutes),
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        });
    }
}
