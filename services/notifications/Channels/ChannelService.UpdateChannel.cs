using Grpc.Core;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Channels;

internal sealed partial class ChannelService
{
    public override async Task<V1.Channel> UpdateChannel(UpdateChannelRequest request, ServerCallContext context)
    {
        var asked = request.Channel ?? new V1.Channel();
        var fields = Masks.Writable(request.UpdateMask, ChannelValues.All);
        var channel = await FindAsync(asked.Name, context);
        channel.RequireEtag(asked.Etag);
        if (!fields.Contains("title"))
        {
            asked.Title = channel.Title;
        }

        if (!fields.Contains("mail"))
        {
            asked.Mail = ChannelProto.Of(channel).Mail;
        }

        var wrong = new Violations();
        var values = ChannelValues.Read(asked, (V1.ChannelKind)channel.Kind, wrong, guard);
        wrong.ThrowIfAny();

        values.ApplyTo(channel, secrets, fields);
        await db.SaveChangesAsync(context.CancellationToken);

        return ChannelProto.Of(channel);
    }
}
