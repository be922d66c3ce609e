using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Duties;

internal sealed partial class DutyService
{
    public override async Task<Duty> TickDuty(TickDutyRequest request, ServerCallContext context)
    {
        var wrong = new Violations().OptionalText("note", request.Note, 300).NoSecretMarks("", request);
        var on = wrong.OptionalPastDate("done_on", request.DoneOn, clock) ?? clock.Today();
        wrong.ThrowIfAny();
        var (session, kind) = await FindOwnAsync(request.Name, context);

        db.Add(new DutyTick(session.Unit, session.Id, kind, $"people/{context.Caller().Person}", on, request.Note));
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("duty_tick"))
        {
            // Ticked already: the first tick counts.
            db.ChangeTracker.Clear();
        }

        return await ReadAsync(session, kind, context.CancellationToken);
    }

    public override async Task<Duty> UntickDuty(UntickDutyRequest request, ServerCallContext context)
    {
        var (session, kind) = await FindOwnAsync(request.Name, context);
        var tick = await db.Set<DutyTick>().SingleOrDefaultAsync(
            t => t.Unit == session.Unit && t.Session == session.Id && t.Kind == kind, context.CancellationToken);

        if (tick is not null)
        {
            db.Remove(tick);
            await db.SaveChangesAsync(context.CancellationToken);
        }

        return await ReadAsync(session, kind, context.CancellationToken);
    }

    private async Task<(StudySession Session, DutyKind Kind)> FindOwnAsync(string name, ServerCallContext context)
    {
        var parts = ResourceName.Parse("units/{unit}/sessions/{session}/duties/{duty}", name);
        var line = DutyList.Lines.FirstOrDefault(line => line.Id == parts[2]);
        if (line.Id is null)
        {
            throw DutyErrors.NotFound(name);
        }

        var session = await db.FindSessionAsync(new SessionName(parts[0], parts[1]), context);
        if (session.State is SessionState.Cancelled or SessionState.Archived)
        {
            throw SessionErrors.WrongState(session);
        }

        // Only the county has two departments; below it the unit's own office has no account, so its secretary ticks.
        var (caller, path) = (context.Caller(), context.Call().UnitPath!);
        var isOwner = caller.Has(line.Role, path)
            || (caller.Has(Role.StudySecretary, path) && !await IsCountyAsync(session.Unit, context.CancellationToken));
        return isOwner ? (session, line.Kind) : throw DutyErrors.NotYours(name);
    }

    /// <summary>The county's own committee, not an organ of the same level below it.</summary>
    private Task<bool> IsCountyAsync(string unit, CancellationToken cancellationToken) => db.UnitViews.AnyAsync(
        view => view.Code == unit && view.Level == "County"
            && !db.UnitViews.Any(above => above.Code == view.Parent && above.Level == "County"),
        cancellationToken);

    private async Task<Duty> ReadAsync(StudySession session, DutyKind kind, CancellationToken cancellationToken) =>
        (await OfAsync([session], cancellationToken)).Single(duty => duty.Kind == kind);
}
