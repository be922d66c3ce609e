using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace StudySuite.Defaults.Authentication;

/// <summary>Directory's public keys, which tell good tokens from bad ones.</summary>
public static class TokenKeys
{
    /// <summary>
    /// Whether the call's token was turned away only because directory has been away since this process started. Then
    /// "sign in" would make clients throw good tokens away; they are asked to come again instead.
    /// </summary>
    public static async Task<bool> AreMissingAsync(HttpContext context)
    {
        // The handler remembers what it found, so asking again costs nothing.
        var found = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        var jwt = context.RequestServices.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>();
        if (found.Failure is not SecurityTokenSignatureKeyNotFoundException
            || jwt.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager is not { } keys)
        {
            return false;
        }

        try
        {
            await keys.GetConfigurationAsync(context.RequestAborted);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
