using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using StudySuite.Defaults.Access;
using StudySuite.Directory.LoginSessions;
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
        app.MapMethods("/connect/logout", ["GET", "POST"], LogoutAsync).AllowAnonymous();
    }

    private static async Task<IResult> AuthorizeAsync(
        HttpContext context, Logins logins, NextPage next, TokenClaims claims)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var signedIn = await logins.FindAsync(context);
        if (signedIn is null || request.HasPromptValue(PromptValues.Login))
        {
            return request.HasPromptValue(PromptValues.None)
                ? Refuse(Errors.LoginRequired)
                : Results.Redirect(AccountPages.LoginPage(WithoutPrompt(request)));
        }

        if (await next.OfAsync(signedIn, WithoutPrompt(request), context.RequestAborted) is { } page)
        {
            return request.HasPromptValue(PromptValues.None) ? Refuse(Errors.InteractionRequired) : Results.Redirect(page);
        }

        return Issue(await claims.OfAsync(signedIn, null, request.GetScopes(), context.RequestAborted));
    }

    private static async Task<IResult> ExchangeAsync(
        HttpContext context, DirectoryDbContext db, Logins logins, NextPage next, TokenClaims claims)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            if (request.ClientId == SystemIdentity.Bulletin)
            {
                return Issue(TokenClaims.OfBulletin());
            }

            var client = await db.SystemClients.AsNoTracking().SingleOrDefaultAsync(
                client => client.Id == request.ClientId && !client.IsDisabled, context.RequestAborted);
            return client is null
                ? Refuse(Errors.InvalidGrant)
                : Issue(await claims.OfAsync(client, context.RequestAborted));
        }

        // A refresh is a use of the session; one that asks for a page first, such as a new password, gets no tokens.
        var earlier = (await context.AuthenticateAsync(Scheme)).Principal!;
        var signedIn = await logins.FindAsync(earlier.GetClaim(Logins.SessionClaim), context.RequestAborted);
        return signedIn is null || await next.OfAsync(signedIn, "", context.RequestAborted) is not null
            ? Refuse(Errors.InvalidGrant)
            : Issue(await claims.OfAsync(signedIn, earlier, earlier.GetScopes(), context.RequestAborted));
    }

    private static async Task<IResult> UserInfoAsync(HttpContext context)
    {
        var token = (await context.AuthenticateAsync(Scheme)).Principal!;
        return Results.Json(new Dictionary<string, object>
        {
            [Claims.Subject] = token.GetClaim(Claims.Subject)!,
            [Claims.Name] = token.GetClaim(Claims.Name) ?? "",
            [Caller.GrantClaim] = token.GetClaims(Caller.GrantClaim),
        });
    }

    /// <summary>
    /// Ends the session that the client's <c>id_token_hint</c> names, or the browser's after a click: a link on some
    /// page must not log people out. OpenIddict then leads to the client's registered address, if it named one.
    /// </summary>
    private static async Task<IResult> LogoutAsync(
        HttpContext context, DirectoryDbContext db, IAntiforgery antiforgery, Logins logins, CallContext call)
    {
        call.CameFrom(context);
        call.Act("Account/Logout", null);
        var signedIn = await logins.FindAsync(context);
        var hint = (await context.AuthenticateAsync(Scheme)).Principal?.GetClaim(Logins.SessionClaim);
        if (signedIn is not null && hint != signedIn.Session.Id && !await IsOurFormAsync(context, antiforgery))
        {
            var request = context.GetOpenIddictServerRequest()!;
            return Page.Show(context, "退出登录", "Log out", new AccountForms(context).Logout(
                antiforgery.GetAndStoreTokens(context), "/connect/logout", request.GetParameters()
                    .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString() ?? ""))));
        }

        var session = signedIn?.Session
            ?? await db.LoginSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == hint, context.RequestAborted);
        if (session is not null)
        {
            call.Act("Account/Logout", new Caller(session.Person, session.Person, []));
            await logins.EndAsync(session, SessionEnd.LoggedOut, context.RequestAborted);
        }

        await context.SignOutAsync(Logins.Scheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/account/logout" }, [Scheme]);
    }

    private static async Task<bool> IsOurFormAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context);

    private static IResult Issue(ClaimsPrincipal principal) => Results.SignIn(principal, authenticationScheme: Scheme);

    private static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        }),
        [Scheme]);

    /// <summary>The same request, to come back to; without <c>prompt</c>, which has been done by then.</summary>
    private static string WithoutPrompt(OpenIddictRequest request) => "/connect/authorize" + QueryString.Create(
        request.GetParameters().Where(parameter => parameter.Key != Parameters.Prompt)
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
}
