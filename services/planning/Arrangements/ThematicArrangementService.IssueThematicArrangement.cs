using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Planning.V1;

namespace StudySuite.Planning.Arrangements;

internal sealed partial class ThematicArrangementService
{
    public override async Task<V1.ThematicArrangement> IssueThematicArrangement(
        IssueThematicArrangementRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalDate("issued_on", request.IssuedOn) ?? clock.Today();
        wrong.AddIf(on > clock.Today(), "issued_on", "DATE_IN_FUTURE").ThrowIfAny();
        var arrangement = await FindAsync(request.Name, context);
        arrangement.RequireEtag(request.Etag);

        arrangement.Issue(on, await RecipientsAsync(arrangement, context));
        db.Enqueue(new ArrangementIssued(
            arrangement.ResourceName, arrangement.Unit, arrangement.Year, arrangement.Number, on, arrangement.Recipients,
            arrangement.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return arrangement.ToProto();
    }

    public override async Task<V1.ThematicArrangement> AmendThematicArrangement(
        AmendThematicArrangementRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 1000);
        var topics = ArrangementContent.Read(request.Topics, "topics", wrong);
        wrong.ThrowIfAny();
        var arrangement = await FindAsync(request.Name, context);
        arrangement.RequireEtag(request.Etag);

        arrangement.Amend(topics, request.Reason, $"people/{context.Caller().Person}", clock.Today());
        arrangement.Readdress(await RecipientsAsync(arrangement, context));
        db.Enqueue(new ArrangementAmended(
            arrangement.ResourceName, arrangement.Unit, arrangement.Year, arrangement.Number, clock.Today(),
            arrangement.Recipients, arrangement.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return arrangement.ToProto();
    }

    public override async Task<V1.ThematicArrangement> WithdrawThematicArrangement(
        WithdrawThematicArrangementRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 1000).ThrowIfAny();
        var arrangement = await FindAsync(request.Name, context);
        arrangement.RequireEtag(request.Etag);

        arrangement.Withdraw(request.Reason, $"people/{context.Caller().Person}", clock.Today());
        db.Enqueue(new ArrangementWithdrawn(
            arrangement.ResourceName, arrangement.Unit, arrangement.Year, arrangement.Number, clock.Today(),
            arrangement.Recipients, arrangement.NextVersion));
        await db.SaveChangesAsync(context.CancellationToken);

        return arrangement.ToProto();
    }

    private Task<List<string>> RecipientsAsync(ThematicArrangement arrangement, ServerCallContext context) =>
        arrangement.Scope.UnitsAsync(db, context.Call().UnitPath!, clock.Today(), context.CancellationToken);
}
