using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<ListBulletinRecipientsResponse> ListBulletinRecipients(
        ListBulletinRecipientsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var bulletin = await FindByIdAsync(
            ResourceName.Parse(Pattern, request.Parent, "parent")[1], request.Parent, context);
        var after = Paging.After<RecipientKey>(request.PageToken)?.Position ?? -1;

        var read = await db.Copies.AsNoTracking()
            .Where(received => received.Issuer == bulletin.Unit && received.Bulletin == bulletin.Id)
            .Where(received => received.Position > after)
            .OrderBy(received => received.Position)
            .Take(size + 1)
            .Select(received => new
            {
                Received = received,
                UnitName = db.UnitViews.Where(unit => unit.Code == received.Unit).Select(unit => unit.Name).FirstOrDefault(),
            })
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(read, size, row => new RecipientKey(row.Received.Position));

        return new ListBulletinRecipientsResponse
        {
            Recipients = { rows.Select(row => new BulletinRecipient
            {
                Unit = $"units/{row.Received.Unit}",
                UnitName = row.UnitName ?? row.Received.Unit,
                ReceivedBulletin = row.Received.ResourceName,
                AcknowledgedBy = row.Received.AcknowledgedBy,
                AcknowledgeTime = row.Received.AcknowledgedAt?.ToTimestamp(),
            }) },
            NextPageToken = next,
        };
    }

    private sealed record RecipientKey(int Position);
}
