using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using StudySuite.Defaults.Authentication;

namespace StudySuite.Web.Access;

/// <summary>
/// Sign-in by authorization code and PKCE. The browser holds a cookie with a random key and nothing else: tokens stay
/// in <see cref="TicketStore"/>. Schemes are named, so that the process's default stays the bearer token.
/// </summary>
internal static class SignInModule
{
    public const string Cookie = "StudySuite.Web";
    public const string Oidc = "StudySuite.Web.Oidc";

    public static AuthorizationPolicy Policy { get; } =
        new AuthorizationPolicyBuilder(Cookie).RequireAuthenticatedUser().Build();

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddHttpClient(SignedIns.HttpClient);
        services.AddSingleton<TicketStore>();
        services.AddHostedService<TicketSweep>();
        services.AddSingleton<SignedIns>();
        services.AddScoped<Me>();
        services.AddAuthentication().AddCookie(Cookie).AddOpenIdConnect(Oidc, _ => { });
        services.AddOptions<CookieAuthenticationOptions>(Cookie)
            .Configure<TicketStore, IOptions<AuthOptions>>((cookie, tickets, auth) => Configure(cookie, tickets, auth.Value));
        services.AddOptions<OpenIdConnectOptions>(Oidc)
            .Configure<IOptions<AuthOptions>, IOptions<WebOptions>>((oidc, auth, web) => Configure(oidc, auth.Value, web.Value));
    }

    private static void Configure(CookieAuthenticationOptions cookie, TicketStore tickets, AuthOptions auth)
    {
        cookie.Cookie.Name = IsSecure(auth) ? "__Host-studysuite.web" : "studysuite.web";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = SecureOf(auth);
        cookie.SessionStore = tickets;
        cookie.ForwardChallenge = Oidc;
        // How long a session lasts is directory's to say: it answers when the tokens are renewed.
        cookie.ExpireTimeSpan = TicketStore.Kept;
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = async context =>
        {
            var signedIns = context.HttpContext.RequestServices.GetRequiredService<SignedIns>();
            if (context.Principal is not { } user || !await signedIns.IsOpenAsync(user, context.HttpContext.RequestAborted))
            {
                context.RejectPrincipal();
                return;
            }

            Browsers.Remember(user, context.HttpContext);
        };
    }

    private static void Configure(OpenIdConnectOptions oidc, AuthOptions auth, WebOptions web)
    {
        oidc.ClientId = SignedIns.ClientId;
        oidc.SignInScheme = Cookie;
        oidc.SignOutScheme = Cookie;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // By GET, so that the cookies of the way may be Lax.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.SaveTokens = true;
        oidc.MapInboundClaims = false;
        oidc.DisableTelemetry = true;
        oidc.Scope.Add("offline_access");
        oidc.TokenValidationParameters.NameClaimType = "name";
        oidc.TokenValidationParameters.ValidIssuer = auth.Issuer;
        oidc.ConfigurationManager = new SuiteProvider(auth, web);
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = SecureOf(auth);
        }

        // TLS may end before this process: the address that the browser shows stands in the issuer, not in the request.
        var issuer = new Uri(auth.Issuer);
        oidc.Events.OnRedirectToIdentityProvider = context => RedirectAsync(context, issuer);
        oidc.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.PostLogoutRedirectUri = new Uri(issuer, "signout-callback-oidc").ToString();
            return Task.CompletedTask;
        };
        oidc.Events.OnRemoteFailure = context =>
        {
            // A form that was left open for too long, or the way back twice: begin anew.
            context.Response.Redirect("/");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static Task RedirectAsync(RedirectContext context, Uri issuer)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HandleResponse();
        }
        else if (!string.Equals(request.Host.Value, issuer.Authority, StringComparison.OrdinalIgnoreCase))
        {
            // The cookies of the way must lie where the way ends.
            context.Response.Redirect(new Uri(issuer, request.PathBase + request.Path + request.QueryString).ToString());
            context.HandleResponse();
        }

        context.ProtocolMessage.RedirectUri = new Uri(issuer, "signin-oidc").ToString();
        return Task.CompletedTask;
    }

    private static bool IsSecure(AuthOptions auth) => auth.Issuer.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static CookieSecurePolicy SecureOf(AuthOptions auth) =>
        IsSecure(auth) ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
}
