using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Events;
using StudySuite.Messaging;
using StudySuite.Roster;
using StudySuite.Sessions.Notices;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MaterialPacks;

internal sealed partial class MaterialPackService
{
    public override async Task<MaterialPack> DistributeMaterials(
        DistributeMaterialsRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var on = wrong.OptionalPastDate("distributed_on", request.DistributedOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var session = await FindAsync(request.Name, context);
        session.RequireApprovedScheme();
        session.Require(SessionState.SchemeApproved, SessionState.Notified, SessionState.Postponed);
        if (session.Scheme.Materials.Count == 0)
        {
            throw MaterialPackErrors.Empty(session);
        }

        var last = await LastAsync(session, context.CancellationToken);
        var distribution = await MakeAsync(session, (last?.Round ?? 0) + 1, on, context.CancellationToken);
        db.Add(distribution);
        db.Enqueue(new MaterialsDistributed(
            session.ResourceName, session.Unit, session.Topic, on, distribution.Round, session.Scheme.Materials.Count,
            [.. distribution.Recipients.Select(recipient => recipient.Person)], distribution.Round));
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("material_distribution"))
        {
            throw CommonErrors.LostRace();
        }

        return await ToProtoAsync(session, context);
    }

    /// <summary>Repeating changes nothing: the first time counts.</summary>
    public override async Task<MaterialPack> AcknowledgeMaterials(
        AcknowledgeMaterialsRequest request, ServerCallContext context)
    {
        var session = await FindReleasedAsync(request.Name, context);
        var last = await LastAsync(session, context.CancellationToken) ?? throw MaterialPackErrors.NotDistributed(session);
        var me = context.Caller().Person;
        if (last.Recipients.All(recipient => recipient.Person != me))
        {
            throw SessionErrors.NotARecipient();
        }

        db.Add(new MaterialReceipt(session.Unit, session.Id, last.Round, me, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("material_receipt"))
        {
            db.ChangeTracker.Clear();
        }

        return await ToProtoAsync(session, context);
    }

    private async Task<MaterialDistribution> MakeAsync(
        StudySession session, int round, DateOnly on, CancellationToken cancellationToken)
    {
        var day = DayOf(session);
        var members = await Recipients.OfAsync(db, session, day, cancellationToken);
        var rules = await Rules.LoadAsync(db, session.Unit, on, cancellationToken);
        var distribution = new MaterialDistribution(
            session.Unit, session.Id, round, on, rules.Rulebook, on > day.AddDays(-rules.Number("notice.lead_days")));
        distribution.HandTo(members);
        return distribution;
    }
}
