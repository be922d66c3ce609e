using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace StudySuite.Directory.Identity;

/// <summary>The OpenID Connect endpoints; OpenIddict has checked client, addresses and PKCE before they run.</summary>
internal static class ConnectEndpoints
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapConnect(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/connect/authorize", ["GET", "POST"], AuthorizeAsync).AllowAnonymous();
        app.MapPost("/connect/token", ExchangeAsync).AllowAnonymous();
        app.MapMethods("/connect/userinfo", ["GET", "POST"], (Delegate)UserInfoAsync).AllowAnonymous();
        app.MapMethods("/connect/logout", ["GET", "POST"], (Delegate)LogoutAsync).AllowAnonymous();
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, Sessions sessions, TokenClaims claims)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var person = await sessions.FindAsync(context);
        if (person is null || request.HasPromptValue(PromptValues.Login))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.LoginRequired)
                : Results.Redirect(AccountPages.LoginPage(WithoutPrompt(request)));
        }

        if (await sessions.MustChangePasswordAsync(person, context.RequestAborted))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.InteractionRequired)
                : Results.Redirect(AccountPages.PasswordPage(WithoutPrompt(request)));
        }

        return Issue(await claims.OfAsync(person, null, request.GetScopes(), context.RequestAborted));
    }

    private static async Task<IResult> ExchangeAsync(HttpContext context, Sessions sessions, TokenClaims claims)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            // No system client is registered yet; one that is acts under its own name and holds no grants.
            return Issue(SystemPrincipal(request.ClientId!));
        }

        var earlier = (await context.AuthenticateAsync(Scheme)).Principal!;
        var person = await sessions.FindAsync(earlier, context.RequestAborted);
        return person is null || person.Account.MustChange
            ? Refuse(Errors.InvalidGrant)
            : Issue(await claims.OfAsync(person, earlier, earlier.GetScopes(), context.RequestAborted));
    }

    private static async Task<IResult> UserInfoAsync(HttpContext context)
    {
        var token = (await context.AuthenticateAsync(Scheme)).Principal!;
        return Results.Json(new Dictionary<string, object>
        {
            [Claims.Subject] = token.GetClaim(Claims.Subject)!,
            [Claims.Name] = token.GetClaim(Claims.Name) ?? "",
            [Defaults.Access.Caller.GrantClaim] = token.GetClaims(Defaults.Access.Caller.GrantClaim),
        });
    }

    /// <summary>Ends the session of the pages; OpenIddict then leads to the client's registered address, if it named one.</summary>
    private static async Task<IResult> LogoutAsync(HttpContext context)
    {
        await context.SignOutAsync(Sessions.Scheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/account/logout" }, [Scheme]);
    }

    private static IResult Issue(ClaimsPrincipal principal) => Results.SignIn(principal, authenticationScheme: Scheme);

    private static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        }),
        [Scheme]);

    private static ClaimsPrincipal SystemPrincipal(string client)
    {
        var identity = new ClaimsIdentity("StudySuite", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, client).SetClaim(Claims.Name, client);
        identity.SetResources(Defaults.Authentication.AuthOptions.Audience);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The same request, to come back to; without <c>prompt</c>, which has been done by then.</summary>
    private static string WithoutPrompt(OpenIddictRequest request) => "/connect/authorize" + QueryString.Create(
        request.GetParameters().Where(parameter => parameter.Key != Parameters.Prompt)
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
}
