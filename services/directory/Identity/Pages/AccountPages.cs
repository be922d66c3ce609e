using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace StudySuite.Directory.Identity;

/// <summary>
/// Pages to log in, to change the password and to log out: plain HTML, no scripts.
/// </summary>
/// <remarks>
/// A program logs in as a browser does, keeping cookies and not following redirects by itself:
/// <list type="number">
/// <item>GET <c>/connect/authorize?response_type=code&amp;client_id=demo&amp;redirect_uri=http://127.0.0.1:{port}/callback
/// &amp;scope=openid profile offline_access&amp;code_challenge_method=S256&amp;code_challenge={base64url(sha256(verifier))}&amp;state={any}</c>
/// → 302 to <c>/account/login?returnUrl=…</c>.</item>
/// <item>GET that page; take the value of the hidden field <c>__RequestVerificationToken</c>.</item>
/// <item>POST the form to its <c>action</c> with <c>__RequestVerificationToken</c>, <c>returnUrl</c>, <c>userName</c>,
/// <c>password</c> → 302 back to <c>/connect/authorize?…</c>; 200 with a sentence when refused.</item>
/// <item>On a one-time password step 3 leads to <c>/account/password?returnUrl=…</c> instead: GET it, POST its form with
/// <c>__RequestVerificationToken</c>, <c>returnUrl</c>, <c>currentPassword</c>, <c>newPassword</c>, <c>repeatPassword</c>
/// → 302 to <c>/connect/authorize?…</c>.</item>
/// <item>GET that → 302 to the redirect address with <c>?code=…&amp;state=…</c>, which need not be called.</item>
/// <item>POST <c>/connect/token</c> with <c>grant_type=authorization_code, client_id, code, redirect_uri, code_verifier</c>
/// → JSON with <c>access_token</c>, <c>refresh_token</c> (only with scope <c>offline_access</c>), <c>expires_in</c>;
/// later <c>grant_type=refresh_token, client_id, refresh_token</c>.</item>
/// </list>
/// </remarks>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/account", HomeAsync).AllowAnonymous();
        app.MapGet("/account/login", ShowLogin).AllowAnonymous();
        app.MapPost("/account/login", LoginAsync).AllowAnonymous();
        app.MapGet("/account/password", ShowPasswordAsync).AllowAnonymous();
        app.MapPost("/account/password", PasswordAsync).AllowAnonymous();
        app.MapGet("/account/logout", ShowLogoutAsync).AllowAnonymous();
        app.MapPost("/account/logout", LogoutAsync).AllowAnonymous();
    }

    public static string LoginPage(string returnUrl) => $"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string PasswordPage(string returnUrl) => $"/account/password?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static async Task<IResult> HomeAsync(HttpContext context, Sessions sessions) =>
        await sessions.FindAsync(context) is { } person
            ? Page.Show(context, "已登录", Page.Home(person.DisplayName))
            : Results.Redirect(LoginPage("/account"));

    private static IResult ShowLogin(HttpContext context, IAntiforgery antiforgery, string returnUrl = "/account") =>
        Page.Show(context, "登录", Page.Login(antiforgery.GetAndStoreTokens(context), Local(returnUrl), "", []));

    private static async Task<IResult> LoginAsync(
        HttpContext context, IAntiforgery antiforgery, SignIn signIn, Sessions sessions)
    {
        if (await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        var (userName, returnUrl) = (form["userName"].ToString(), Local(form["returnUrl"].ToString()));
        var (person, refusal) = await signIn.TryAsync(userName, form["password"].ToString(), context.RequestAborted);
        if (person is null)
        {
            return Page.Show(context, "登录", Page.Login(antiforgery.GetAndStoreTokens(context), returnUrl, userName, [refusal!]));
        }

        await sessions.StartAsync(context, person);
        return Results.Redirect(
            await sessions.MustChangePasswordAsync(person, context.RequestAborted) ? PasswordPage(returnUrl) : returnUrl);
    }

    private static async Task<IResult> ShowPasswordAsync(
        HttpContext context, IAntiforgery antiforgery, Sessions sessions, string returnUrl = "/account") =>
        await sessions.FindAsync(context) is { } person
            ? Page.Show(context, "修改密码", Page.Password(antiforgery.GetAndStoreTokens(context), Local(returnUrl), person.Account.MustChange, []))
            : Results.Redirect(LoginPage(Local(returnUrl)));

    private static async Task<IResult> PasswordAsync(
        HttpContext context, IAntiforgery antiforgery, Sessions sessions, PasswordChange change)
    {
        var person = await sessions.FindAsync(context);
        if (person is null || await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        var returnUrl = Local(form["returnUrl"].ToString());
        var wrong = await change.TryAsync(
            person, form["currentPassword"].ToString(), form["newPassword"].ToString(), form["repeatPassword"].ToString(),
            context.RequestAborted);
        if (wrong.Count > 0)
        {
            return Page.Show(context, "修改密码", Page.Password(
                antiforgery.GetAndStoreTokens(context), returnUrl, person.Account.MustChange, wrong));
        }

        await sessions.StartAsync(context, person);
        return Results.Redirect(returnUrl);
    }

    private static async Task<IResult> ShowLogoutAsync(HttpContext context, IAntiforgery antiforgery, Sessions sessions) =>
        await sessions.FindAsync(context) is null
            ? Page.Show(context, "已退出", Page.LoggedOut())
            : Page.Show(context, "退出登录", Page.Logout(antiforgery.GetAndStoreTokens(context)));

    private static async Task<IResult> LogoutAsync(HttpContext context, IAntiforgery antiforgery, Sessions sessions)
    {
        if (await sessions.FindAsync(context) is not null && await ReadFormAsync(context, antiforgery) is not null)
        {
            await context.SignOutAsync(Sessions.Scheme);
        }

        return Results.Redirect("/account/logout");
    }

    /// <summary>Null when it was not filled in on our page.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context)
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;

    /// <summary>Where to go on after the log-in: only back into our own pages, never to an address that a link brought.</summary>
    private static string Local(string returnUrl) =>
        returnUrl.StartsWith("/connect/authorize?", StringComparison.Ordinal) ? returnUrl : "/account";
}
