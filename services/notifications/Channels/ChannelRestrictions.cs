using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Restrictions;

namespace StudySuite.Notifications.Channels;

/// <summary>Ways out of the suite: none unless somebody made and enabled a channel.</summary>
internal sealed class ChannelRestrictions(IServiceScopeFactory scopes) : IRestrictedFunctions
{
    public async Task<IReadOnlyList<RestrictedFunction>> ListAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var isOn = await db.Channels.AnyAsync(channel => channel.IsEnabled, cancellationToken);
        return [new("outgoing-channels", "对外推送渠道", "channels that lead out of the suite", true, isOn, "ChannelService.EnableChannel")];
    }
}
