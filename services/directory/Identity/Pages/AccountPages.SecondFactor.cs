using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.LoginSessions;
using StudySuite.Directory.People;

namespace StudySuite.Directory.Identity;

internal static partial class AccountPages
{
    private static async Task<IResult> ShowCodeAsync(
        HttpContext context, IAntiforgery antiforgery, Logins logins, PendingLogin pending, string returnUrl = "/account") =>
        await pending.FindAsync(context) is not null || await logins.FindAsync(context) is { Person.Account.HasAuthenticator: true }
            ? CodeForm(context, antiforgery, Local(returnUrl), [])
            : Results.Redirect(LoginPage(Local(returnUrl)));

    private static async Task<IResult> CodeAsync(
        HttpContext context, IAntiforgery antiforgery, Logins logins, PendingLogin pending, SecondFactor factor, NextPage next)
    {
        // Anti-forgery tokens are bound to who is logged in already, so that is found out first.
        var signedIn = await logins.FindAsync(context);
        var waiting = await pending.FindAsync(context);
        var person = waiting?.Person ?? signedIn?.Person;
        if (person is not { Account.HasAuthenticator: true } || await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        var returnUrl = Local(form["returnUrl"].ToString());
        if (await factor.TryAsync(person, form["code"].ToString(), context.RequestAborted) is { } refusal)
        {
            return CodeForm(context, antiforgery, returnUrl, [refusal]);
        }

        await PendingLogin.EndAsync(context);
        var entered = waiting is null
            ? await logins.ReplaceAsync(context, signedIn!, isStrong: true)
            : await logins.StartAsync(context, person, waiting.Value.Method, isStrong: true);
        return Results.Redirect(await next.OfAsync(entered, returnUrl, context.RequestAborted) ?? returnUrl);
    }

    private static async Task<IResult> ShowAuthenticatorAsync(
        HttpContext context, IAntiforgery antiforgery, Logins logins, SecondFactor factor, string returnUrl = "/account")
    {
        if (await logins.FindAsync(context) is not { } signedIn)
        {
            return Results.Redirect(LoginPage("/account"));
        }

        return signedIn.Person.Account.HasAuthenticator
            ? TurnOffForm(context, antiforgery, [])
            : SetUpForm(context, antiforgery, factor, signedIn.Person, Local(returnUrl), factor.NewKey(), []);
    }

    private static async Task<IResult> AuthenticatorAsync(
        HttpContext context, IAntiforgery antiforgery, Logins logins, SecondFactor factor)
    {
        if (await logins.FindAsync(context) is not { Person.Account.HasAuthenticator: false } signedIn
            || await ReadFormAsync(context, antiforgery) is not { } form
            || KeyIn(form, factor) is not { } key)
        {
            return Results.Redirect("/account");
        }

        var returnUrl = Local(form["returnUrl"].ToString());
        var codes = await factor.SetUpAsync(signedIn.Person, key, form["code"].ToString(), context.RequestAborted);
        if (codes is null)
        {
            return SetUpForm(
                context, antiforgery, factor, signedIn.Person, returnUrl, key, [new Violation("code", "CODE_WRONG")]);
        }

        await logins.ReplaceAsync(context, signedIn, isStrong: true);
        return Page.Show(context, "恢复码", "Recovery codes", new AccountForms(context).RecoveryCodes(codes, returnUrl));
    }

    private static async Task<IResult> AuthenticatorOffAsync(
        HttpContext context, IAntiforgery antiforgery, DirectoryDbContext db, Logins logins, SecondFactor factor, CallContext call)
    {
        if (await logins.FindAsync(context) is not { Person.Account.HasAuthenticator: true } signedIn
            || await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return Results.Redirect("/account");
        }

        if (await factor.TryAsync(signedIn.Person, form["code"].ToString(), context.RequestAborted) is { } refusal)
        {
            return TurnOffForm(context, antiforgery, [refusal]);
        }

        signedIn.Person.Account.DropAuthenticator();
        call.Act("Account/DropAuthenticator", call.Caller);
        db.Audit(signedIn.Person.ResourceName);
        await db.SaveChangesAsync(context.RequestAborted);
        return Results.Redirect("/account");
    }

    /// <summary>Null when the field is not what we sealed.</summary>
    private static string? KeyIn(IFormCollection form, SecondFactor factor)
    {
        try
        {
            return factor.Reveal(form["key"].ToString());
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IResult CodeForm(
        HttpContext context, IAntiforgery antiforgery, string returnUrl, IReadOnlyList<Violation> wrong) => Page.Show(
            context, "动态口令", "Second factor", new AccountForms(context).Code(antiforgery.GetAndStoreTokens(context), returnUrl, wrong));

    private static IResult SetUpForm(
        HttpContext context, IAntiforgery antiforgery, SecondFactor factor, Person person, string returnUrl, string key,
        IReadOnlyList<Violation> wrong) => Page.Show(context, "启用动态口令", "Second factor", new AccountForms(context).SetUp(
            antiforgery.GetAndStoreTokens(context), returnUrl, person.UserName, key, factor.Hide(key), wrong));

    private static IResult TurnOffForm(HttpContext context, IAntiforgery antiforgery, IReadOnlyList<Violation> wrong) => Page.Show(
        context, "动态口令", "Second factor", new AccountForms(context).TurnOff(antiforgery.GetAndStoreTokens(context), wrong));
}
