using System.Data;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Bulletin.Numbers;
using StudySuite.Bulletin.Received;
using StudySuite.Bulletin.Statistics;
using StudySuite.Bulletin.V1;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;

namespace StudySuite.Bulletin.Bulletins;

internal sealed partial class BulletinService
{
    public override async Task<V1.Bulletin> IssueBulletin(IssueBulletinRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalDate("issued_on", request.IssuedOn) ?? clock.Today();
        wrong.AddIf(on > clock.Today(), "issued_on", "DATE_IN_FUTURE").ThrowIfAny();

        // A request id has opened one already; the number must be taken and used in the same.
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, context.CancellationToken)
            : null;
        var bulletin = await FindAsync(request.Name, context);
        bulletin.RequireEtag(request.Etag);
        bulletin.RequireSigned();
        wrong.AddIf(on < bulletin.StartDate, "issued_on", "ISSUED_BEFORE_PERIOD").ThrowIfAny();

        await IssueAsync(bulletin, on, context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("bulletin_copy"))
        {
            // Somebody issued it in the meantime; the number goes back with the transaction.
            throw CommonErrors.LostRace();
        }

        if (own is not null)
        {
            await own.CommitAsync(context.CancellationToken);
        }

        return await ToProtoAsync(bulletin, context);
    }

    private async Task IssueAsync(StudyBulletin bulletin, DateOnly on, CancellationToken cancellationToken)
    {
        var units = await db.LoadUnitsAsync(bulletin.Unit, subtree: true, openOn: on, cancellationToken);
        var recipients = units.Where(unit => unit.Code != bulletin.Unit).ToList();
        var receivedId = ResourceName.NewId();
        db.AddRange(recipients.Select((unit, position) => new BulletinCopy
        {
            Unit = unit.Code, Id = receivedId, Issuer = bulletin.Unit, Bulletin = bulletin.Id,
            Position = position, IssuedOn = on,
        }));

        var number = await NumberRegister.NextAsync(
            db, bulletin.Unit, bulletin.Draft.NumberPrefix, on.Year, cancellationToken);
        bulletin.Issue(number, on, receivedId, recipients.Count);
        db.Enqueue(new BulletinIssued(
            bulletin.ResourceName, bulletin.Unit, number, bulletin.Draft.Title, on,
            [.. recipients.Select(unit => unit.Code)], bulletin.NextVersion));
    }
}
