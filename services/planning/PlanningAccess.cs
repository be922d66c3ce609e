using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Planning;

/// <summary>Who may call what.</summary>
internal static class PlanningAccess
{
    public static readonly AccessTable Table = new AccessTable()
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
        .OnUnit("TopicProposalService/CreateTopicProposal", StudySecretary, GroupLeader)
        .OnUnit("TopicProposalService/GetTopicProposal", StudySecretary, GroupLeader, Publicity)
        .OnUnit("TopicProposalService/ListTopicProposals", StudySecretary, GroupLeader, Publicity)
        .OnUnit("TopicProposalService/AcceptTopicProposal", Publicity)
        .OnUnit("TopicProposalService/DeclineTopicProposal", Publicity)
        .OnUnit("AnnualPlanService/CreateAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/GetAnnualPlan", StudySecretary, GroupLeader, Member, Publicity, Observer)
        .OnUnit("AnnualPlanService/ListAnnualPlans", StudySecretary, GroupLeader, Member, Publicity, Observer)
        .OnUnit("AnnualPlanService/UpdateAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/SubmitAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/ApproveAnnualPlan", GroupLeader)
        .OnUnit("AnnualPlanService/FileAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/AcceptAnnualPlan", Publicity)
        .OnUnit("AnnualPlanService/ReturnAnnualPlan", GroupLeader, Publicity);
}
