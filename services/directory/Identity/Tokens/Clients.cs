using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Hosting;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace StudySuite.Directory.Identity;

/// <summary>The client programs of the suite. Public ones: PKCE is what keeps a code theirs.</summary>
internal sealed class Clients(IOpenIddictApplicationManager applications, IOptions<AuthOptions> auth, IOptions<IdentityOptions> identity)
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
        await RegisterBulletinAsync(cancellationToken);
    }

    /// <summary>The bulletin service, which reads from the others what counts.</summary>
    private async Task RegisterBulletinAsync(CancellationToken cancellationToken)
    {
        var file = identity.Value.BulletinSecretFile;
        if (file.Length == 0)
        {
            return;
        }

        var secret = File.Exists(file) ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : "";
        if (secret.Length == 0)
        {
            throw new StartupError(
                $"设置 Identity:BulletinSecretFile 所指的文件 {file} 不存在或为空。",
                $"Setting Identity:BulletinSecretFile: there is nothing in {file}.");
        }

        await SaveAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = SystemIdentity.Bulletin,
                ClientSecret = secret,
                ClientType = ClientTypes.Confidential,
                DisplayName = "通报服务",
                Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
            },
            cancellationToken);
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

        await SaveAsync(client, cancellationToken);
    }

    private async Task SaveAsync(OpenIddictApplicationDescriptor client, CancellationToken cancellationToken)
    {
        var known = await applications.FindByClientIdAsync(client.ClientId!, cancellationToken);
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
