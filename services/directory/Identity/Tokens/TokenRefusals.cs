using OpenIddict.Server;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace StudySuite.Directory.Identity;

/// <summary>Refused requests for tokens leave a line: a wrong secret of a system, a token that was forged, is over or came twice.</summary>
internal sealed class TokenRefusals(DirectoryDbContext db, CallContext call, IHttpContextAccessor http)
    : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyTokenResponseContext>()
            .UseScopedHandler<TokenRefusals>()
            .SetOrder(int.MinValue + 50_000)
            .SetType(OpenIddictServerHandlerType.Custom)
            .Build();

    public async ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (context.Error is not { Length: > 0 } error)
        {
            return;
        }

        if (http.HttpContext is { } request)
        {
            call.CameFrom(request);
        }

        call.Act("Account/Token", call.Caller);
        db.Audit($"clients/{context.Request?.ClientId ?? "-"}", error.ToUpperInvariant()[..Math.Min(80, error.Length)]);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
