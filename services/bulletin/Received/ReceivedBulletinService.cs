using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Bulletins;
using StudySuite.Bulletin.Drafts;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Requests;

namespace StudySuite.Bulletin.Received;

internal sealed class ReceivedBulletinService(BulletinDbContext db, TimeProvider clock)
    : V1.ReceivedBulletinService.ReceivedBulletinServiceBase
{
    public override async Task<V1.ReceivedBulletin> GetReceivedBulletin(
        GetReceivedBulletinRequest request, ServerCallContext context) =>
        await ReadAsync(await FindAsync(request.Name, context), context);

    public override async Task<ListReceivedBulletinsResponse> ListReceivedBulletins(
        ListReceivedBulletinsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        var received = db.Copies.AsNoTracking().VisibleTo(context.Call(), db);
        if (Paging.After<PageKey>(request.PageToken) is { } after)
        {
            received = received.Where(r => r.IssuedOn < after.IssuedOn
                || (r.IssuedOn == after.IssuedOn && (r.Id.CompareTo(after.Id) < 0
                    || (r.Id == after.Id && r.Unit.CompareTo(after.Unit) > 0))));
        }

        var read = await WithContent(received
                .OrderByDescending(r => r.IssuedOn).ThenByDescending(r => r.Id).ThenBy(r => r.Unit).Take(size + 1))
            .ToListAsync(context.CancellationToken);
        var (rows, next) = Paging.Cut(
            read, size, row => new PageKey(row.Received.IssuedOn, row.Received.Id, row.Received.Unit));

        return new ListReceivedBulletinsResponse { ReceivedBulletins = { rows.Select(ToProto) }, NextPageToken = next };
    }

    public override async Task<V1.ReceivedBulletin> AcknowledgeBulletin(
        AcknowledgeBulletinRequest request, ServerCallContext context)
    {
        var received = await FindAsync(request.Name, context);

        if (received.Acknowledge($"people/{context.Caller().Person}", clock.GetUtcNow()))
        {
            db.Audit(received.ResourceName);
            await db.SaveChangesAsync(context.CancellationToken);
        }

        return await ReadAsync(received, context);
    }

    private async Task<BulletinCopy> FindAsync(string name, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/receivedBulletins/{received_bulletin}", name)[1];
        return await db.Copies.VisibleTo(context.Call(), db)
                .SingleOrDefaultAsync(received => received.Id == id, context.CancellationToken)
            ?? throw ReceivedBulletinErrors.NotFound(name);
    }

    private async Task<V1.ReceivedBulletin> ReadAsync(BulletinCopy received, ServerCallContext context)
    {
        var one = db.Copies.AsNoTracking().Where(r => r.Unit == received.Unit && r.Id == received.Id);
        var row = await WithContent(one).SingleAsync(context.CancellationToken);
        var annex = await db.Annexes.AsNoTracking().SingleAsync(
            a => a.Unit == received.Issuer && a.Bulletin == received.Bulletin, context.CancellationToken);

        var answer = ToProto(row);
        var text = row.Bulletin.Draft.Text;
        (answer.Overview, answer.Practices) = (text.Overview, text.Practices);
        (answer.Problems, answer.Requirements) = (text.Problems, text.Requirements);
        answer.GoodPractices.AddRange(text.GoodPractices.Select(practice => practice.ToProto()));
        answer.Annex = annex.Table.ToProto();
        return answer;
    }

    private IQueryable<Row> WithContent(IQueryable<BulletinCopy> received) =>
        from r in received
        join bulletin in db.Bulletins.AsNoTracking()
            on new { Unit = r.Issuer, Id = r.Bulletin } equals new { bulletin.Unit, bulletin.Id }
        join issuer in db.UnitViews.AsNoTracking() on r.Issuer equals issuer.Code
        orderby r.IssuedOn descending, r.Id descending, r.Unit
        select new Row(r, bulletin, issuer.Name);

    private static V1.ReceivedBulletin ToProto(Row row) => new()
    {
        Name = row.Received.ResourceName,
        Issuer = $"units/{row.Received.Issuer}",
        IssuerName = row.IssuerName,
        Number = row.Bulletin.Number,
        Title = row.Bulletin.Draft.Title,
        IssuedOn = row.Received.IssuedOn.ToText(),
        AcknowledgedBy = row.Received.AcknowledgedBy,
        AcknowledgeTime = row.Received.AcknowledgedAt?.ToTimestamp(),
    };

    private sealed record Row(BulletinCopy Received, StudyBulletin Bulletin, string IssuerName);

    private sealed record PageKey(DateOnly IssuedOn, string Id, string Unit);
}
