using Grpc.Core;
using StudySuite.Defaults.Access;
using StudySuite.Planning.Plans;
using StudySuite.Planning.V1;
using StudySuite.Roster;

namespace StudySuite.Planning.Checks;

internal sealed class PlanCheckService(PlanningDbContext db, PlanChecker checker) : V1.PlanCheckService.PlanCheckServiceBase
{
    public override async Task<CheckAnnualPlanResponse> CheckAnnualPlan(CheckAnnualPlanRequest request, ServerCallContext context)
    {
        var plan = await db.FindPlanAsync(request.Name, context.Call(), context.CancellationToken);
        var (findings, rules) = await checker.FindAsync(plan, context.CancellationToken);
        var binding = rules.Members("plan.binding_checks");

        return new CheckAnnualPlanResponse
        {
            Findings = { findings.Select(finding => ToProto(finding, rules, binding)) },
            Rulebook = rules.Rulebook,
        };
    }

    private static V1.PlanFinding ToProto(PlanFinding finding, Rules rules, string[] binding)
    {
        var isParameter = RuleDefaults.Knows(finding.Rule);
        return new V1.PlanFinding
        {
            Check = (V1.PlanCheck)finding.Check,
            Severity = (V1.PlanFindingSeverity)finding.Severity(binding),
            Rule = finding.Rule,
            Value = isParameter ? rules.Text(finding.Rule) : "",
            Suggested = isParameter && RuleDefaults.Find(finding.Rule).Evidence != RuleEvidence.Verified,
            Month = finding.Month,
            Quarter = finding.Quarter,
            Item = finding.Item,
            Text = finding.Text,
        };
    }
}
