using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;

namespace StudySuite.Web.Access;

internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-out", SignOutAsync).RequireAuthorization(SignInModule.Policy).WithMetadata(WebPage.Instance);
        app.MapGet("/language/{code:regex(^(zh|en)$)}", ChooseLanguage).AllowAnonymous().WithMetadata(WebPage.Instance);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignedIns signedIns)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Redirect("/");
        }

        signedIns.Forget(context.User);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [SignInModule.Cookie, SignInModule.Oidc]);
    }

    private static IResult ChooseLanguage(HttpContext context, string code, string back = "/")
    {
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(code)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        return Results.LocalRedirect(back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) ? back : "/");
    }
}
