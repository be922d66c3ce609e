using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>A province's OpenID Connect provider, as small as one can be: everybody is logged in there already.</summary>
public sealed class OutsideProvider : IAsyncDisposable
{
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "outside" };
    private readonly WebApplication app;
    private string nonce = "";

    private OutsideProvider()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        Address = $"http://127.0.0.1:{FreePort.Next()}";
        app.Urls.Add(Address);
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/jwks",
        });
        app.MapGet("/jwks", () => new { keys = new[] { JsonWebKeyConverter.ConvertFromRSASecurityKey(Public()) } });
        app.MapGet("/authorize", (HttpContext context) =>
        {
            nonce = context.Request.Query["nonce"].ToString();
            return Results.Redirect($"{context.Request.Query["redirect_uri"]}?code=c-1&state={Uri.EscapeDataString(context.Request.Query["state"].ToString())}");
        });
        app.MapPost("/token", () => new Dictionary<string, object>
        {
            ["access_token"] = "none", ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = IdToken(),
        });
    }

    public string Address { get; }

    public string Subject { get; set; } = "";

    public string UserName { get; set; } = "";

    public static async Task<OutsideProvider> StartAsync()
    {
        var provider = new OutsideProvider();
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private RsaSecurityKey Public() => new(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId };

    private string IdToken() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = "study",
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["sub"] = Subject, ["preferred_username"] = UserName, ["nonce"] = nonce },
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
    });
}
