using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Audit;

/// <summary>
/// A signed-in person who tries what the role does not allow, or reaches for a unit that is not theirs, leaves a line
/// too. It stands in a scope of its own, because the refused call saves nothing.
/// </summary>
internal sealed class DenialAudit<TDb>(IServiceScopeFactory scopes)
    where TDb : DbContext
{
    public async Task RecordAsync(Exception error, IMessage? request, ServerCallContext context)
    {
        if (error is not DomainError denied
            || (denied.Kind != ErrorKind.Denied && denied.Reason != CommonErrors.UnitNotFoundReason))
        {
            return;
        }

        var refused = context.Call();
        await using var scope = scopes.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<CallContext>();
        (call.Caller, call.Action) = (refused.Caller, refused.Action);
        call.CameFrom(refused);

        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var unit = request is null ? null : RequestUnit.Of(request);
        db.Audit(unit is null ? refused.Action : $"units/{unit}", denied.Reason);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
