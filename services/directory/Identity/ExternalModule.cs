using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory.LoginSessions;

namespace StudySuite.Directory.Identity;

/// <summary>The scheme of the outside provider, only when the settings name one.</summary>
internal static class ExternalModule
{
    public static void AddExternalLogin(this WebApplicationBuilder builder)
    {
        var external = builder.Configuration.GetSection("Identity:External").Get<ExternalOptions>() ?? new ExternalOptions();
        builder.Services.AddScoped<ExternalLogin>();
        if (!external.IsOn)
        {
            return;
        }

        if (external.ClientId.Length == 0
            || (external.ClientSecretFile.Length > 0 && !File.Exists(external.ClientSecretFile)))
        {
            throw new StartupError(
                "设置 Identity:External 不完整：须有 ClientId，且 ClientSecretFile 所指的文件须存在。",
                "Setting Identity:External is not complete: ClientId is missing, or there is no file ClientSecretFile.");
        }

        builder.Services.AddAuthentication().AddOpenIdConnect(ExternalLogin.Scheme, oidc => Configure(oidc, external));
        builder.Services.AddOptions<OpenIdConnectOptions>(ExternalLogin.Scheme).Configure<IOptions<AuthOptions>>(UseIssuer);
    }

    private static void Configure(OpenIdConnectOptions oidc, ExternalOptions external)
    {
        oidc.SignInScheme = PendingLogin.Scheme;
        oidc.Authority = external.Authority;
        oidc.RequireHttpsMetadata = external.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        oidc.ClientId = external.ClientId;
        oidc.ClientSecret = external.ClientSecretFile.Length > 0 ? File.ReadAllText(external.ClientSecretFile).Trim() : null;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.MapInboundClaims = false;
        oidc.SaveTokens = false;
        oidc.CallbackPath = "/account/external/callback";
        oidc.Scope.Clear();
        foreach (var scope in external.Scopes)
        {
            oidc.Scope.Add(scope);
        }

        // Whatever goes wrong on the way ends on the log-in page, not in a page of errors.
        oidc.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/account/login?external=failed");
            return Task.CompletedTask;
        };
    }

    /// <summary>Addresses as the browser knows them: TLS and host name may end before this process.</summary>
    private static void UseIssuer(OpenIdConnectOptions oidc, IOptions<AuthOptions> auth)
    {
        var secure = IdentityModule.SecureOf(auth.Value);
        oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
        oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = secure;
        oidc.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = new Uri(new Uri(auth.Value.Issuer), "account/external/callback").AbsoluteUri;
            return Task.CompletedTask;
        };
    }
}
