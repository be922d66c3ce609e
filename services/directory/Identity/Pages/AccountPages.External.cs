using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using StudySuite.Directory.LoginSessions;

namespace StudySuite.Directory.Identity;

internal static partial class AccountPages
{
    private static IResult External(ExternalLogin outside, string returnUrl = "/account") => outside.IsOn
        ? Results.Challenge(
            new AuthenticationProperties { RedirectUri = $"/account/external/done?returnUrl={Uri.EscapeDataString(Local(returnUrl))}" },
            [ExternalLogin.Scheme])
        : Results.NotFound();

    private static async Task<IResult> ExternalDoneAsync(
        HttpContext context, IAntiforgery antiforgery, ExternalLogin outside, Entry entry, string returnUrl = "/account")
    {
        if (!outside.IsOn || await PendingLogin.OutsiderAsync(context) is not { } outsider)
        {
            return Results.Redirect(LoginPage(Local(returnUrl)));
        }

        await PendingLogin.EndAsync(context);
        var (person, refusal) = await outside.FindAsync(outsider, context.RequestAborted);
        return person is null
            ? LoginForm(context, antiforgery, outside, Local(returnUrl), "", [refusal!])
            : Results.Redirect(await entry.EnterAsync(context, person, LoginMethod.External, Local(returnUrl)));
    }
}
