using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Requests;
using StudySuite.Planning.Arrangements;
using StudySuite.Planning.Filing;
using StudySuite.Planning.Plans;
using StudySuite.Roster;

namespace StudySuite.Planning.Checks;

/// <summary>Runs the checks with what they are measured by.</summary>
internal sealed class PlanChecker(PlanningDbContext db, TimeProvider clock)
{
    public async Task<(List<PlanFinding> Findings, Rules Rules)> FindAsync(AnnualPlan plan, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, plan.Unit, clock.Today(), cancellationToken);
        var ofText = await OfTextAsync(plan.Unit, plan.Year, plan.Text, rules, cancellationToken);
        var term = await db.FilingTerms.AsNoTracking()
            .SingleOrDefaultAsync(t => t.Unit == plan.Unit && t.Year == plan.Year, cancellationToken);
        var dueOn = FilingTerms.DeadlineOf(term, rules, plan.Year).DueOn;
        return ([.. ofText, .. PlanChecks.OfStanding(plan, rules, dueOn, clock.Today())], rules);
    }

    /// <summary>Refuses a text with findings that the rulebook calls binding.</summary>
    public async Task RequireUnblockedAsync(
        string name, string unit, int year, PlanText text, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, unit, clock.Today(), cancellationToken);
        var binding = rules.Members("plan.binding_checks");
        if (binding.Length == 0)
        {
            return;
        }

        var blocking = (await OfTextAsync(unit, year, text, rules, cancellationToken))
            .Where(finding => binding.Contains(finding.Code)).Select(finding => finding.Code).ToList();
        if (blocking.Count > 0)
        {
            throw PlanErrors.ChecksBlock(name, blocking);
        }
    }

    private async Task<IEnumerable<PlanFinding>> OfTextAsync(
        string code, int year, PlanText text, Rules rules, CancellationToken cancellationToken)
    {
        var unit = await db.UnitViews.AsNoTracking().SingleAsync(view => view.Code == code, cancellationToken);
        var mandatory = (await db.InForceAsync(year, cancellationToken))
            .Where(placed => placed.IsFor(unit, clock.Today()))
            .SelectMany(placed => placed.Arrangement.MandatoryTopics, (placed, topic) => (placed.Arrangement, topic));
        return PlanChecks.OfText(text, rules, mandatory);
    }
}
