using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Outgoing;
using StudySuite.Notifications.Senders;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Channels;

internal sealed partial class ChannelService(
    NotificationsDbContext db, ChannelSecrets secrets, OutgoingGuard guard, ChannelSender sender)
    : V1.ChannelService.ChannelServiceBase
{
    public override async Task<V1.Channel> GetChannel(GetChannelRequest request, ServerCallContext context) =>
        ChannelProto.Of(await FindAsync(request.Name, context));

    public override async Task<ListChannelsResponse> ListChannels(ListChannelsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var channels = db.Channels.AsNoTracking();
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            channels = channels.Where(channel => channel.Id.CompareTo(after.Id) > 0);
        }

        var read = await channels.OrderBy(channel => channel.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, channel => new PageKey(channel.Id));
        return new ListChannelsResponse { Channels = { rows.Select(ChannelProto.Of) }, NextPageToken = next };
    }

    public override async Task<V1.Channel> EnableChannel(EnableChannelRequest request, ServerCallContext context)
    {
        var channel = await FindAsync(request.Name, context);
        channel.RequireEtag(request.Etag);

        channel.Enable();
        await db.SaveChangesAsync(context.CancellationToken);

        return ChannelProto.Of(channel);
    }

    public override async Task<V1.Channel> DisableChannel(DisableChannelRequest request, ServerCallContext context)
    {
        var channel = await FindAsync(request.Name, context);
        channel.RequireEtag(request.Etag);

        channel.Disable();
        await db.SaveChangesAsync(context.CancellationToken);

        return ChannelProto.Of(channel);
    }

    public override async Task<Empty> DeleteChannel(DeleteChannelRequest request, ServerCallContext context)
    {
        var channel = await FindAsync(request.Name, context);
        channel.RequireDisabled();

        db.Remove(channel);
        await db.SaveChangesAsync(context.CancellationToken);

        return new Empty();
    }

    public override async Task<TestChannelResponse> TestChannel(TestChannelRequest request, ServerCallContext context)
    {
        var channel = await FindAsync(request.Name, context);

        var outcome = await sender.SendAsync(
            channel, channel.Mail.Recipients, [Notice.Sample(channel.Language)], context.CancellationToken);

        return new TestChannelResponse { Delivered = outcome.IsDelivered, Failure = outcome.Failure };
    }

    private async Task<Channel> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("channels/{channel}", name)[0];
        return await db.Channels.SingleOrDefaultAsync(channel => channel.Id == id, context.CancellationToken)
            ?? throw ChannelErrors.NotFound(name);
    }

    private sealed record PageKey(string Id);
}
