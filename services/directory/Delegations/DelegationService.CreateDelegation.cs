using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Delegations;

internal sealed partial class DelegationService
{
    public override async Task<V1.Delegation> CreateDelegation(CreateDelegationRequest request, ServerCallContext context)
    {
        var unit = ResourceName.Parse("units/{unit}", request.Parent, "parent")[0];
        var asked = request.Delegation ?? new V1.Delegation();
        var (from, to) = Check(request.DelegationId, asked);
        RequireOwnRole(context.Call());
        var deputy = ResourceName.Parse("people/{person}", asked.Deputy, "delegation.deputy")[0];
        var leader = await db.Members.AsNoTracking()
            .Where(member => member.Unit == unit && member.Role == MemberRole.Leader
                && member.FromDate <= from && (member.ToDate == null || member.ToDate >= from))
            .Select(member => member.Person).SingleOrDefaultAsync(context.CancellationToken)
            ?? throw DelegationErrors.NoLeader(unit);
        if (!await IsDeputyAsync(unit, deputy, from, to, context.CancellationToken))
        {
            throw DelegationErrors.NotADeputy(asked.Deputy);
        }

        var delegation = new Delegation(unit, ResourceName.NewId(request.DelegationId), leader, deputy, from, to, asked.Reason);
        await RequireNoOverlapAsync(delegation, context.CancellationToken);

        db.Add(delegation);
        await db.AnnounceAsync(delegation, clock.Today(), context.CancellationToken);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("delegation"))
        {
            throw DelegationErrors.Exists(delegation.ResourceName);
        }

        return ToProto(delegation);
    }

    private (DateOnly From, DateOnly To) Check(string id, V1.Delegation asked)
    {
        var wrong = new Violations()
            .OptionalId("delegation_id", id)
            .Text("delegation.deputy", asked.Deputy)
            .Text("delegation.reason", asked.Reason);
        var from = wrong.Date("delegation.from_date", asked.FromDate);
        var to = wrong.Date("delegation.to_date", asked.ToDate);
        wrong.ThrowIfAny();
        // Backdated, it would make acts valid that were not.
        wrong.AddIf(from < clock.Today(), "delegation.from_date", "DATE_TOO_EARLY", ("earliest", clock.Today().ToText()))
            .AddIf(to < from, "delegation.to_date", "DATE_TOO_EARLY", ("earliest", from.ToText()))
            .AddIf(to > from.AddDays(Delegation.MostDays), "delegation.to_date", "DELEGATION_TOO_LONG")
            .ThrowIfAny();
        return (from, to);
    }

    private Task<bool> IsDeputyAsync(string unit, string person, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        db.Members.AnyAsync(
            member => member.Unit == unit && member.Person == person && member.Role == MemberRole.Deputy
                && member.FromDate <= from && (member.ToDate == null || member.ToDate >= to),
            cancellationToken);

    private async Task RequireNoOverlapAsync(Delegation asked, CancellationToken cancellationToken)
    {
        var same = await db.Delegations.AsNoTracking().FirstOrDefaultAsync(
            other => other.Unit == asked.Unit && other.RevokedAt == null
                && other.FromDate <= asked.ToDate && other.ToDate >= asked.FromDate,
            cancellationToken);
        if (same is not null)
        {
            throw DelegationErrors.Exists(same.ResourceName);
        }
    }
}
