using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using StudySuite.Defaults.Access;
using StudySuite.Directory.LoginSessions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace StudySuite.Directory.Identity;

/// <summary>
/// A code or refresh token that comes a second time was copied: which of the two holders is the thief nobody can tell,
/// so the session is over for both. OpenIddict revokes the chain's tokens; this ends the session that made them.
/// </summary>
internal sealed class ReusedTokens(
    IOpenIddictTokenManager tokens, DirectoryDbContext db, Logins logins, CallContext call, IHttpContextAccessor http)
    : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
            .UseScopedHandler<ReusedTokens>()
            // Before OpenIddict looks at the row and refuses it.
            .SetOrder(OpenIddictServerHandlers.Protection.ValidateTokenEntry.Descriptor.Order - 1)
            .SetType(OpenIddictServerHandlerType.Custom)
            .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        var sid = context.Principal?.GetClaim(Logins.SessionClaim);
        if (sid is null || context.Principal?.GetTokenId() is not { } id
            || await tokens.FindByIdAsync(id, context.CancellationToken) is not { } token
            || !await tokens.HasStatusAsync(token, Statuses.Redeemed, context.CancellationToken)
            || await db.LoginSessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == sid, context.CancellationToken)
                is not { } session)
        {
            return;
        }

        if (http.HttpContext is { } request)
        {
            call.CameFrom(request);
        }

        call.Act("Account/Token", new Caller(session.Person, session.Person, []));
        await logins.EndAsync(session, SessionEnd.TokenReused, context.CancellationToken);
    }
}
