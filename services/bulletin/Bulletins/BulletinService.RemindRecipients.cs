using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> RemindRecipients(RemindRecipientsRequest request, ServerCallContext context)
    {
        var bulletin = await FindAsync(request.Name, context);

        bulletin.Remind(clock.Today());
        var unread = await db.Copies
            .Where(copy => copy.Issuer == bulletin.Unit && copy.Bulletin == bulletin.Id && copy.AcknowledgedAt == null)
            .OrderBy(copy => copy.Position).Select(copy => copy.Unit).ToListAsync(context.CancellationToken);
        if (unread.Count > 0)
        {
            db.Enqueue(new BulletinReminded(
                bulletin.ResourceName, bulletin.Unit, bulletin.Number!, bulletin.Draft.Title, clock.Today(), unread,
                bulletin.NextVersion));
        }

        await db.SaveChangesAsync(context.CancellationToken);

        return await ToProtoAsync(bulletin, context);
    }
}
