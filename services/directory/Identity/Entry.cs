using Microsoft.Extensions.Options;
using StudySuite.Directory.LoginSessions;
using StudySuite.Directory.People;

namespace StudySuite.Directory.Identity;

/// <summary>Lets in who has shown who they are, by way of the page that must come first.</summary>
internal sealed class Entry(Logins logins, PendingLogin pending, NextPage next, IOptions<IdentityOptions> options)
{
    /// <returns>The page to go to.</returns>
    public async Task<string> EnterAsync(HttpContext context, Person person, LoginMethod method, string returnUrl)
    {
        var isTrusted = method == LoginMethod.External && options.Value.External.HasSecondFactor;
        if (person.Account.HasAuthenticator && !isTrusted)
        {
            await pending.StartAsync(context, person, method);
            return AccountPages.CodePage(returnUrl);
        }

        var signedIn = await logins.StartAsync(context, person, method, isStrong: isTrusted);
        return await next.OfAsync(signedIn, returnUrl, context.RequestAborted) ?? returnUrl;
    }
}
