using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Planning.Plans;
using StudySuite.Roster;

namespace StudySuite.Planning.Filing;

/// <summary>Recalls plans that are not filed: before the due date, on it, and after it.</summary>
internal sealed class FilingSweep(TimeProvider clock, IOptions<PlanningOptions> options) : ISweep<PlanningDbContext>
{
    public async Task SweepAsync(PlanningDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var county = await Rules.LoadAsync(db, today, cancellationToken);
        var calendar = await WorkCalendar.LoadAsync(db, cancellationToken);
        // A due date lies in the year or, moved, in the next.
        foreach (var year in new[] { today.Year - 1, today.Year, today.Year + 1 })
        {
            var reached = await ReachedAsync(db, county, calendar, year, today, cancellationToken);
            await RaiseAsync(db, reached, cancellationToken);
        }
    }

    private async Task<List<Filing>> ReachedAsync(
        PlanningDbContext db, Rules county, WorkCalendar calendar, int year, DateOnly today, CancellationToken cancellationToken)
    {
        // The topmost unit files outside the suite. In key order, so that two replicas cannot wait in a circle.
        var units = await db.UnitViews.AsNoTracking()
            .Where(unit => unit.Parent != null && (unit.ClosedOn == null || unit.ClosedOn > today))
            .OrderBy(unit => unit.Code).ToListAsync(cancellationToken);
        var terms = await db.FilingTerms.AsNoTracking().Where(term => term.Year == year)
            .ToDictionaryAsync(term => term.Unit, cancellationToken);

        return [.. units.Select(unit =>
            {
                var rules = county.For(unit.Code, unit.Kind);
                var ladder = FilingTerms.LadderOf(rules);
                var deadline = FilingTerms.DeadlineOf(terms.GetValueOrDefault(unit.Code), rules, year);
                return new Filing(
                    unit.Code, year, FilingTerms.SubjectOf(unit.Code, year, rules), ladder, deadline,
                    ladder.Reached(deadline, today, calendar));
            })
            // What is long past is no news: a suite that starts in autumn does not recall January.
            .Where(filing => filing.Reached is not null && filing.Deadline.DueOn >= today.AddDays(-options.Value.FilingAlertDays))];
    }

    private async Task RaiseAsync(PlanningDbContext db, List<Filing> reached, CancellationToken cancellationToken)
    {
        if (reached.Count == 0)
        {
            return;
        }

        var year = reached[0].Year;
        var plans = await db.Plans.AsNoTracking().Where(plan => plan.Year == year)
            .Select(plan => new { plan.Unit, plan.FiledOn, plan.Version })
            .ToDictionaryAsync(plan => plan.Unit, cancellationToken);
        var done = new HashSet<(string, string)>();
        foreach (var level in reached.Select(filing => filing.Reached!.Name).Distinct())
        {
            done.UnionWith((await db.SubjectsDoneWith(level).ToListAsync(cancellationToken)).Select(subject => (subject, level)));
        }

        foreach (var filing in reached.Where(filing => !done.Contains((filing.Subject, filing.Reached!.Name))))
        {
            var plan = plans.GetValueOrDefault(filing.Unit);
            // Filed and returned is answered by the return, not by a second reminder.
            if (plan is { FiledOn: not null } || (plan is not null && !await HoldAsync(db, filing, plan.Version, cancellationToken)))
            {
                continue;
            }

            await db.RaiseAsync(
                filing.Subject, filing.Ladder, filing.Reached!, Announcement(filing), clock.GetUtcNow(), cancellationToken);
        }
    }

    private static Task<bool> HoldAsync(PlanningDbContext db, Filing filing, long version, CancellationToken cancellationToken) =>
        db.Plans.Where(plan => plan.Unit == filing.Unit && plan.Year == filing.Year).HoldAsync(version, cancellationToken);

    private static IEvent Announcement(Filing filing)
    {
        var (name, unit, year, dueOn) = (PlanName.Of(filing.Unit, filing.Year), filing.Unit, filing.Year, filing.Deadline.DueOn);
        return filing.Reached!.Name switch
        {
            FilingTerms.DueSoon => new PlanFilingDueSoon(name, unit, year, dueOn, dueOn.DayNumber),
            FilingTerms.Due => new PlanFilingDue(name, unit, year, dueOn, dueOn.DayNumber),
            _ => new PlanFilingOverdue(name, unit, year, dueOn, dueOn.DayNumber),
        };
    }

    private sealed record Filing(
        string Unit, int Year, string Subject, AlertLadder Ladder, Deadline Deadline, AlertLevel? Reached);
}
