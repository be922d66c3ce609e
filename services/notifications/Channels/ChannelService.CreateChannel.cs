using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Channels;

internal sealed partial class ChannelService
{
    public override async Task<V1.Channel> CreateChannel(CreateChannelRequest request, ServerCallContext context)
    {
        var asked = request.Channel ?? new V1.Channel();
        var wrong = new Violations().OptionalId("channel_id", request.ChannelId).Enum("channel.kind", asked.Kind);
        var values = ChannelValues.Read(asked, asked.Kind, wrong, guard);
        wrong.AddIf(asked.Address.Length == 0, "channel.address", "FIELD_REQUIRED").ThrowIfAny();

        var channel = new Channel(ResourceName.NewId(request.ChannelId), (ChannelKind)asked.Kind);
        values.ApplyTo(channel, secrets, ChannelValues.All);
        db.Add(channel);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("channel"))
        {
            throw ChannelErrors.Exists(channel.ResourceName);
        }

        return ChannelProto.Of(channel);
    }
}
