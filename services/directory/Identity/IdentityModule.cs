using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using StudySuite.Defaults.Authentication;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory.LoginSessions;

namespace StudySuite.Directory.Identity;

/// <summary>
/// Log-in and tokens. Cookies and OpenIddict are schemes that the endpoints name; the default scheme of the process
/// stays the bearer token.
/// </summary>
internal static class IdentityModule
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IdentityOptions>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddSingleton<Passwords>();
        services.AddSingleton<IdentityKeys>();
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(
            provider => provider.GetRequiredService<IdentityKeys>());
        services.AddSingleton<ISuiteVerb, RotateKeysVerb>();
        services.AddSingleton<FirstLogin>();
        services.AddScoped<SignIn>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<SessionLimits>();
        services.AddScoped<Logins>();
        services.AddScoped<PendingLogin>();
        services.AddScoped<NextPage>();
        services.AddScoped<Entry>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<TokenClaims>();
        services.AddScoped<Clients>();
        services.AddHostedService<TokenPruner>();
        services.AddHostedService<KeyKeeper>();
        services.AddCookies();
        services.AddTokens();
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(SecondFactor.Provider);
        // User names are PersonService's; Identity looks after keys and codes only.
        services.RemoveAll<IUserValidator<Account>>();
        builder.AddExternalLogin();
    }

    public static void MapIdentity(this IEndpointRouteBuilder app)
    {
        app.MapConnect();
        app.MapAccountPages();
    }

    private static void AddCookies(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("studysuite");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>(
            (keys, scopes) => keys.XmlRepository = new DataProtectionKeys(scopes));
        services.AddAuthentication().AddCookie(Logins.Scheme, cookie =>
        {
            cookie.Cookie.Name = "studysuite.account";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.SlidingExpiration = false;
        }).AddCookie(PendingLogin.Scheme, cookie =>
        {
            cookie.Cookie.Name = "studysuite.pending";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.SlidingExpiration = false;
        });
        foreach (var scheme in new[] { Logins.Scheme, PendingLogin.Scheme })
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme)
                .Configure<IOptions<AuthOptions>>((cookie, auth) => cookie.Cookie.SecurePolicy = SecureOf(auth.Value));
        }

        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "studysuite.form");
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IOptions<AuthOptions>>(
            (antiforgery, auth) => antiforgery.Cookie.SecurePolicy = SecureOf(auth.Value));
    }

    // TLS ends before this process: whether the browser speaks HTTPS stands in the issuer, not in the request.
    internal static CookieSecurePolicy SecureOf(AuthOptions auth) =>
        auth.Issuer.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.None;

    private static void AddTokens(this IServiceCollection services)
    {
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DirectoryDbContext>())
            .AddServer(server =>
            {
                server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                server.RequireProofKeyForCodeExchange();
                server.RegisterScopes(OpenIddictConstants.Scopes.Profile);
                server.DisableAccessTokenEncryption();
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10));
                // No leeway: a refresh token that comes twice ends the session at once.
                server.SetRefreshTokenReuseLeeway(TimeSpan.Zero);
                server.AddEventHandler(ReusedTokens.Descriptor);
                server.AddEventHandler(TokenRefusals.Descriptor);
                server.SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2));
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
            });
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<AuthOptions>, IdentityKeys>(Configure);
    }

    private static void Configure(OpenIddictServerOptions server, IOptions<AuthOptions> auth, IdentityKeys keys)
    {
        var issuer = new Uri(auth.Value.Issuer);
        server.Issuer = issuer;

        // The first address is the one that discovery tells, the second matches whatever name the proxy asks by.
        SetUris(server.AuthorizationEndpointUris, "connect/authorize");
        SetUris(server.TokenEndpointUris, "connect/token");
        SetUris(server.UserInfoEndpointUris, "connect/userinfo");
        SetUris(server.EndSessionEndpointUris, "connect/logout");
        SetUris(server.RevocationEndpointUris, "connect/revoke");
        SetUris(server.ConfigurationEndpointUris, ".well-known/openid-configuration");
        SetUris(server.JsonWebKeySetEndpointUris, ".well-known/jwks");

        server.SigningCredentials.AddRange(keys.Signing.Select(
            key => new Microsoft.IdentityModel.Tokens.SigningCredentials(key, "RS256")));
        server.EncryptionCredentials.AddRange(keys.Encryption.Select(
            key => new Microsoft.IdentityModel.Tokens.EncryptingCredentials(key, "A256KW", "A256CBC-HS512")));

        void SetUris(List<Uri> uris, string path)
        {
            uris.Clear();
            uris.AddRange([new Uri(issuer, path), new Uri(path, UriKind.Relative)]);
        }
    }
}
