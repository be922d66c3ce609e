using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace StudySuite.Defaults.Authentication;

/// <summary>Checks access tokens the same way at the gateway and at every service.</summary>
public static class AuthenticationModule
{
    public static void AddSuiteAuthentication(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AuthOptions>().BindConfiguration("Auth").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddRememberedTokens();
        builder.Services.AddAuthorization();
        builder.Services.AddHostedService<TokenKeysAtStart>();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<AuthOptions>>((jwt, auth) => Configure(jwt, auth.Value));
    }

    private static void Configure(JwtBearerOptions jwt, AuthOptions auth)
    {
        jwt.MapInboundClaims = false;
        jwt.RequireHttpsMetadata = false;
        jwt.RefreshOnIssuerKeyNotFound = true;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = auth.Issuer,
            ValidAudience = AuthOptions.Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            // Access tokens only: an identity token of the same issuer opens nothing.
            ValidTypes = ["at+jwt"],
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "name",
        };
        jwt.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            auth.EffectiveJwksUri, new JwksRetriever(auth.Issuer), new HttpDocumentRetriever { RequireHttps = false })
        {
            // A new signing key shows up as an unknown one; do not ask again more often than this.
            RefreshInterval = TimeSpan.FromSeconds(5),
            // Well within the hour for which directory shows a new key before it signs.
            AutomaticRefreshInterval = TimeSpan.FromMinutes(10),
        };
    }

    /// <summary>
    /// Takes the keys from directory's inner address. The discovery document would name the public address, which
    /// need not be reachable from inside.
    /// </summary>
    private sealed class JwksRetriever(string issuer) : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var keys = new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
            var configuration = new OpenIdConnectConfiguration { Issuer = issuer, JsonWebKeySet = keys };
            foreach (var key in keys.GetSigningKeys())
            {
                configuration.SigningKeys.Add(key);
            }

            return configuration;
        }
    }
}
