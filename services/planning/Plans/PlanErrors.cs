using StudySuite.Defaults.Errors;

namespace StudySuite.Planning.Plans;

/// <summary>What can go wrong with an annual plan.</summary>
internal static class PlanErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("PLAN_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("PLAN_EXISTS", name);

    public static DomainError NotEditable(AnnualPlan plan) => Wrong("PLAN_NOT_EDITABLE", plan);

    public static DomainError NotSubmitted(AnnualPlan plan) => Wrong("PLAN_NOT_SUBMITTED", plan);

    public static DomainError NotApproved(AnnualPlan plan) => Wrong("PLAN_NOT_APPROVED", plan);

    public static DomainError NotFiled(AnnualPlan plan) => Wrong("PLAN_NOT_FILED", plan);

    public static DomainError NotReturnable(AnnualPlan plan) => Wrong("PLAN_NOT_RETURNABLE", plan);

    /// <summary>Only an accepted plan is amended; before that it is returned and edited.</summary>
    public static DomainError NotInForce(AnnualPlan plan) => Wrong("PLAN_NOT_IN_FORCE", plan);

    public static DomainError AmendmentNotFound(AnnualPlan plan) =>
        DomainError.NotFound("AMENDMENT_NOT_FOUND", plan.ResourceName);

    public static DomainError VersionNotFound(string name) => DomainError.NotFound("PLAN_VERSION_NOT_FOUND", name);

    /// <summary>The rulebook calls these checks binding.</summary>
    public static DomainError ChecksBlock(string name, IEnumerable<string> checks) => DomainError.Precondition(
        "PLAN_CHECKS_BLOCK", ("resource", name), ("checks", string.Join(", ", checks.Distinct())));

    private static DomainError Wrong(string reason, AnnualPlan plan) => DomainError.Precondition(
        reason, ("resource", plan.ResourceName), ("state", plan.State.ToString()));
}
