using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using StudySuite.Defaults.Authentication;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace StudySuite.Directory.Identity;

/// <summary>The client programs of the suite. Public ones: PKCE is what keeps a code theirs.</summary>
internal sealed class Clients(IOpenIddictApplicationManager applications, IOptions<AuthOptions> auth)
{
    /// <summary>Registers them, or brings their addresses up to date after the issuer has changed.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var issuer = new Uri(auth.Value.Issuer);
        await RegisterAsync(
            "web", "网页端", ApplicationTypes.Web, cancellationToken, new Uri(issuer, "signin-oidc"));

        // A native program listens on a loopback port of its own; the port is not compared (RFC 8252 §7.3).
        await RegisterAsync(
            "mobile", "移动端", ApplicationTypes.Native, cancellationToken,
            new Uri("http://127.0.0.1/callback"), new Uri("http://localhost/callback"));
        await RegisterAsync(
            "demo", "演示程序", ApplicationTypes.Native, cancellationToken,
            new Uri("http://127.0.0.1/callback"), new Uri("http://localhost/callback"),
            new Uri("http://127.0.0.1/demo/signed-in"));
    }

    private async Task RegisterAsync(
        string id, string name, string type, CancellationToken cancellationToken, params Uri[] redirectUris)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            DisplayName = name,
            ApplicationType = type,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token,
                Permissions.Endpoints.EndSession, Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken,
                Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        client.RedirectUris.UnionWith(redirectUris);
        client.PostLogoutRedirectUris.UnionWith(type == ApplicationTypes.Web
            ? [new Uri(new Uri(auth.Value.Issuer), "signout-callback-oidc")]
            : redirectUris);

        var known = await applications.FindByClientIdAsync(id, cancellationToken);
        if (known is null)
        {
            await applications.CreateAsync(client, cancellationToken);
        }
        else
        {
            await applications.UpdateAsync(known, client, cancellationToken);
        }
    }
}
