using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.LoginSessions;
using StudySuite.Directory.People;

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
/// <item>With an authenticator app step 3 leads to <c>/account/code?returnUrl=…</c>: its form takes <c>code</c>.</item>
/// <item>GET that → 302 to the redirect address with <c>?code=…&amp;state=…</c>, which need not be called.</item>
/// <item>POST <c>/connect/token</c> with <c>grant_type=authorization_code, client_id, code, redirect_uri, code_verifier</c>
/// → JSON with <c>access_token</c>, <c>refresh_token</c> (only with scope <c>offline_access</c>), <c>expires_in</c>;
/// later <c>grant_type=refresh_token, client_id, refresh_token</c>. A refresh token is good once.</item>
/// </list>
/// </remarks>
internal static partial class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/account").AllowAnonymous().AddEndpointFilter(NoteOriginAsync);
        pages.MapGet("", HomeAsync);
        pages.MapPost("sessions/end", EndOthersAsync);
        pages.MapGet("login", ShowLogin);
        pages.MapPost("login", LoginAsync);
        pages.MapGet("external", External);
        pages.MapGet("external/done", ExternalDoneAsync);
        pages.MapGet("code", ShowCodeAsync);
        pages.MapPost("code", CodeAsync);
        pages.MapGet("authenticator", ShowAuthenticatorAsync);
        pages.MapPost("authenticator", AuthenticatorAsync);
        pages.MapPost("authenticator/off", AuthenticatorOffAsync);
        pages.MapGet("password", ShowPasswordAsync);
        pages.MapPost("password", PasswordAsync);
        pages.MapGet("logout", ShowLogoutAsync);
        pages.MapPost("logout", LogoutAsync);
    }

    public static string LoginPage(string returnUrl) => $"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string PasswordPage(string returnUrl) => $"/account/password?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string CodePage(string returnUrl) => $"/account/code?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string AuthenticatorPage(string returnUrl) =>
        $"/account/authenticator?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static async ValueTask<object?> NoteOriginAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.RequestServices.GetRequiredService<CallContext>().CameFrom(invocation.HttpContext);
        return await next(invocation);
    }

    private static async Task<IResult> HomeAsync(HttpContext context, IAntiforgery antiforgery, Logins logins)
    {
        if (await logins.FindAsync(context) is not { } signedIn)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        var open = await (await logins.OpenOfAsync(signedIn.Person.Id, context.RequestAborted)).AsNoTracking()
            .OrderByDescending(session => session.Id).Take(20).ToListAsync(context.RequestAborted);
        return Page.Show(context, "已登录", "Your account", new AccountForms(context).Home(
            antiforgery.GetAndStoreTokens(context), signedIn.Person.DisplayName, signedIn.Session, open));
    }

    private static async Task<IResult> EndOthersAsync(HttpContext context, IAntiforgery antiforgery, Logins logins, CallContext call)
    {
        if (await logins.FindAsync(context) is not { } signedIn || await ReadFormAsync(context, antiforgery) is null)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        call.Act("Account/EndOtherSessions", call.Caller);
        var open = await logins.OpenOfAsync(signedIn.Person.Id, context.RequestAborted);
        foreach (var other in await open.AsNoTracking().Where(row => row.Id != signedIn.Session.Id).ToListAsync(context.RequestAborted))
        {
            await logins.EndAsync(other, SessionEnd.Ended, context.RequestAborted);
        }

        return Results.Redirect("/account");
    }

    private static IResult ShowLogin(
        HttpContext context, IAntiforgery antiforgery, ExternalLogin outside, string returnUrl = "/account", string external = "") =>
        LoginForm(context, antiforgery, outside, Local(returnUrl), "",
            external.Length == 0 ? [] : [new Violation("userName", "EXTERNAL_FAILED")]);

    private static async Task<IResult> LoginAsync(
        HttpContext context, IAntiforgery antiforgery, SignIn signIn, ExternalLogin outside, Entry entry)
    {
        if (await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        var (userName, returnUrl) = (form["userName"].ToString(), Local(form["returnUrl"].ToString()));
        var (person, refusal) = await signIn.TryAsync(userName, form["password"].ToString(), context.RequestAborted);
        return person is null
            ? LoginForm(context, antiforgery, outside, returnUrl, userName, [refusal!])
            : Results.Redirect(await entry.EnterAsync(context, person, LoginMethod.Password, returnUrl));
    }

    private static async Task<IResult> ShowPasswordAsync(
        HttpContext context, IAntiforgery antiforgery, Logins logins, string returnUrl = "/account") =>
        await logins.FindAsync(context) is { } signedIn
            ? PasswordForm(context, antiforgery, signedIn.Person, Local(returnUrl), [])
            : Results.Redirect(LoginPage(Local(returnUrl)));

    private static async Task<IResult> PasswordAsync(
        HttpContext context, IAntiforgery antiforgery, Logins logins, PasswordChange change)
    {
        var signedIn = await logins.FindAsync(context);
        if (signedIn is null || await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        var returnUrl = Local(form["returnUrl"].ToString());
        var wrong = await change.TryAsync(
            signedIn.Person, form["currentPassword"].ToString(), form["newPassword"].ToString(), form["repeatPassword"].ToString(),
            context.RequestAborted);
        if (wrong.Count > 0)
        {
            return PasswordForm(context, antiforgery, signedIn.Person, returnUrl, wrong);
        }

        await logins.ReplaceAsync(context, signedIn, signedIn.Session.IsStrong);
        return Results.Redirect(returnUrl);
    }

    private static async Task<IResult> ShowLogoutAsync(HttpContext context, IAntiforgery antiforgery, Logins logins) =>
        await logins.FindAsync(context) is null
            ? Page.Show(context, "已退出", "Logged out", new AccountForms(context).LoggedOut())
            : Page.Show(context, "退出登录", "Log out", new AccountForms(context).Logout(
                antiforgery.GetAndStoreTokens(context), "/account/logout", []));

    private static async Task<IResult> LogoutAsync(HttpContext context, IAntiforgery antiforgery, Logins logins, CallContext call)
    {
        if (await logins.FindAsync(context) is { } signedIn && await ReadFormAsync(context, antiforgery) is not null)
        {
            call.Act("Account/Logout", call.Caller);
            await logins.EndAsync(signedIn.Session, SessionEnd.LoggedOut, context.RequestAborted);
            await context.SignOutAsync(Logins.Scheme);
        }

        return Results.Redirect("/account/logout");
    }

    private static IResult LoginForm(
        HttpContext context, IAntiforgery antiforgery, ExternalLogin outside, string returnUrl, string userName,
        IReadOnlyList<Violation> wrong) => Page.Show(context, "登录", "Log in", new AccountForms(context).Login(
            antiforgery.GetAndStoreTokens(context), returnUrl, userName, outside.IsOn ? outside.Name : null, wrong));

    private static IResult PasswordForm(
        HttpContext context, IAntiforgery antiforgery, Person person, string returnUrl, IReadOnlyList<Violation> wrong) =>
        Page.Show(context, "修改密码", "Change password", new AccountForms(context).Password(
            antiforgery.GetAndStoreTokens(context), returnUrl, person.Account.MustChange, wrong));

    /// <summary>Null when it was not filled in on our page.</summary>
    private static async Task<IFormCollection?> ReadFormAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context)
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;

    /// <summary>Where to go on after the log-in: only back into our own pages, never to an address that a link brought.</summary>
    private static string Local(string returnUrl) =>
        returnUrl.StartsWith("/connect/authorize?", StringComparison.Ordinal) ? returnUrl : "/account";
}
