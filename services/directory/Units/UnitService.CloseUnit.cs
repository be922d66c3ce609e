using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Units;

internal sealed partial class UnitService
{
    public override async Task<V1.Unit> CloseUnit(CloseUnitRequest request, ServerCallContext context)
    {
        var wrong = new Violations();
        var lastDay = wrong.Date("closed_on", request.ClosedOn);
        wrong.ThrowIfAny();
        var unit = await FindAsync(request.Name, context.CancellationToken);

        unit.RequireEtag(request.Etag);
        if (await db.Units.AnyAsync(below => below.Parent == unit.Code && below.ClosedOn == null, context.CancellationToken))
        {
            throw UnitErrors.UnitsBelowOpen(unit);
        }

        unit.Close(lastDay);
        await EndMembersAsync(unit, lastDay, context.CancellationToken);
        await db.AnnounceAsync(unit.ToEvent(), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);

        return ToProto(unit);
    }

    private async Task EndMembersAsync(Unit unit, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var open = await db.Members.Where(member => member.Unit == unit.Code && member.ToDate == null)
            .Join(db.People, member => member.Person, person => person.Id, (member, person) => new { member, person })
            .ToListAsync(cancellationToken);
        foreach (var row in open)
        {
            row.member.End(lastDay);
            await db.AnnounceAsync(row.member.ToEvent(row.person), cancellationToken);
        }
    }
}
