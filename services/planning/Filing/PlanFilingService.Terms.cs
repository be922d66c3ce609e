using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Deadlines;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Filing;

internal sealed partial class PlanFilingService
{
    public override Task<PlanFiling> ExtendPlanFiling(ExtendPlanFilingRequest request, ServerCallContext context)
    {
        var wrong = new Violations().Text("reason", request.Reason, 500);
        var dueOn = wrong.Date("due_on", request.DueOn);
        wrong.ThrowIfAny();

        return ChangeAsync(request.Name, request.Reason, (deadline, _) => deadline.MoveTo(dueOn), context);
    }

    public override Task<PlanFiling> PausePlanFiling(PausePlanFilingRequest request, ServerCallContext context)
    {
        new Violations().Text("reason", request.Reason, 500).ThrowIfAny();

        return ChangeAsync(
            request.Name, request.Reason,
            (deadline, _) => deadline.IsPaused ? throw FilingErrors.Paused(request.Name) : deadline.Pause(clock.Today()), context);
    }

    public override Task<PlanFiling> ResumePlanFiling(ResumePlanFilingRequest request, ServerCallContext context) => ChangeAsync(
        request.Name, null,
        (deadline, calendar) => deadline.IsPaused
            ? deadline.Resume(clock.Today(), calendar)
            : throw FilingErrors.NotPaused(request.Name),
        context);

    private async Task<PlanFiling> ChangeAsync(
        string name, string? reason, Func<Deadline, WorkCalendar, Deadline> change, ServerCallContext context)
    {
        var (code, year) = PlanName.Parse(name);
        var (today, cancellationToken) = (clock.Today(), context.CancellationToken);
        if (await db.Plans.AnyAsync(plan => plan.Unit == code && plan.Year == year && plan.FiledOn != null, cancellationToken))
        {
            throw FilingErrors.Filed(name);
        }

        var rules = await Rules.LoadAsync(db, code, today, cancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        var term = await db.FilingTerms.SingleOrDefaultAsync(t => t.Unit == code && t.Year == year, cancellationToken);
        if (term is null)
        {
            term = new FilingTerm(code, year, FilingTerms.RuleDueOn(rules, year));
            db.Add(term);
        }

        var moved = change(term.Deadline, calendar);
        term.Take(moved, reason);
        // With a request id there is a transaction already; the marks must fall or stand with the date.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        await db.RearmAsync(
            FilingTerms.SubjectOf(code, year, rules), moved, FilingTerms.LadderOf(rules), today, calendar, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        var unit = await db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == code, cancellationToken);
        return (await ReadAsync(year, code, cancellationToken)).ToProto(unit, today);
    }
}
