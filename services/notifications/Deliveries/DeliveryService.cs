using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Notifications.Alerts;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Deliveries;

internal sealed class DeliveryService(NotificationsDbContext db, TimeProvider clock) : V1.DeliveryService.DeliveryServiceBase
{
    public override async Task<ListDeliveriesResponse> ListDeliveries(
        ListDeliveriesRequest request, ServerCallContext context)
    {
        var channel = ResourceName.Parse("channels/{channel}", request.Parent, "parent")[0];
        new Violations()
            .AddIf(!System.Enum.IsDefined(request.State), "state", "ENUM_UNKNOWN", ("value", request.State.ToString()))
            .ThrowIfAny();
        var size = Paging.Size(request.PageSize);

        var deliveries = Of(channel).AsNoTracking();
        if (request.State != V1.DeliveryState.Unspecified)
        {
            var state = (DeliveryState)request.State;
            deliveries = deliveries.Where(delivery => delivery.State == state);
        }

        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            deliveries = deliveries.Where(delivery => delivery.CreatedAt < after.CreatedAt
                || (delivery.CreatedAt == after.CreatedAt && delivery.Id.CompareTo(after.Id) < 0));
        }

        var read = await deliveries.OrderByDescending(delivery => delivery.CreatedAt).ThenByDescending(delivery => delivery.Id)
            .Take(size + 1)
            .Select(delivery => new Row(
                delivery, db.Alerts.Where(alert => alert.Id == delivery.Alert).Select(alert => alert.Kind).FirstOrDefault()))
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new PageKey(row.Delivery.CreatedAt, row.Delivery.Id));
        return new ListDeliveriesResponse { Deliveries = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override async Task<V1.Delivery> RedeliverDelivery(RedeliverDeliveryRequest request, ServerCallContext context)
    {
        var parts = ResourceName.Parse("channels/{channel}/deliveries/{delivery}", request.Name);
        var (channel, id) = (parts[0], parts[1]);
        var delivery = await db.Deliveries.SingleOrDefaultAsync(
                d => d.Channel == channel && d.Id == id, context.CancellationToken)
            ?? throw DeliveryErrors.NotFound(request.Name);
        if (delivery.State == DeliveryState.Pending)
        {
            throw DeliveryErrors.Pending(request.Name);
        }

        delivery.SendAgain(clock.GetUtcNow());
        db.Audit(request.Name);
        await db.SaveChangesAsync(context.CancellationToken);

        var kind = await db.Alerts.Where(alert => alert.Id == delivery.Alert).Select(alert => alert.Kind)
            .FirstOrDefaultAsync(context.CancellationToken);
        return ToProto(new Row(delivery, kind));
    }

    public override async Task<RedeliverParkedResponse> RedeliverParked(
        RedeliverParkedRequest request, ServerCallContext context)
    {
        var channel = ResourceName.Parse("channels/{channel}", request.Parent, "parent")[0];

        var parked = await Of(channel).Where(delivery => delivery.State == DeliveryState.Parked)
            .ToListAsync(context.CancellationToken);
        parked.ForEach(delivery => delivery.SendAgain(clock.GetUtcNow()));
        db.Audit($"channels/{channel}/deliveries");
        await db.SaveChangesAsync(context.CancellationToken);

        return new RedeliverParkedResponse { Count = parked.Count };
    }

    private IQueryable<Delivery> Of(string channel) =>
        channel == "-" ? db.Deliveries : db.Deliveries.Where(delivery => delivery.Channel == channel);

    private static V1.Delivery ToProto(Row row) => new()
    {
        Name = $"channels/{row.Delivery.Channel}/deliveries/{row.Delivery.Id}",
        Kind = (InboxItemKind)row.Kind,
        Alert = row.Delivery.Alert,
        State = (V1.DeliveryState)row.Delivery.State,
        Attempts = row.Delivery.Attempts,
        Failure = row.Delivery.Failure,
        DueTime = row.Delivery.State == DeliveryState.Pending ? row.Delivery.DueAt.ToTimestamp() : null,
        CreateTime = row.Delivery.CreatedAt.ToTimestamp(),
        SendTime = row.Delivery.SentAt?.ToTimestamp(),
    };

    private sealed record Row(Delivery Delivery, AlertKind Kind);

    private sealed record PageKey(DateTimeOffset CreatedAt, string Id);
}
