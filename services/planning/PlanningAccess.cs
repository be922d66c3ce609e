using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Planning;

/// <summary>Who may call what.</summary>
internal static class PlanningAccess
{
    private static readonly Role[] Group = [StudySecretary, GroupLeader, Member];
    private static readonly Role[] Readers = [.. Group, Publicity, Observer];

    public static readonly AccessTable Table = new AccessTable()
<<<<<<< HEAD
        .OnUnit("TopicCampaignService/CreateTopicCampaign", Publicity)
        .OnUnit("TopicCampaignService/GetTopicCampaign", Publicity)
        .OnUnit("TopicCampaignService/ListTopicCampaigns", Publicity)
        .OnUnit("TopicCampaignService/ListCampaignsForUnit", StudySecretary, GroupLeader)
        .OnUnit("TopicCampaignService/ExtendTopicCampaign", Publicity)
        .OnUnit("TopicCampaignService/CloseTopicCampaign", Publicity)
=======
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
>>>>>>> main
        .OnUnit("TopicProposalService/CreateTopicProposal", StudySecretary, GroupLeader)
        .OnUnit("TopicProposalService/GetTopicProposal", StudySecretary, GroupLeader, Publicity)
        .OnUnit("TopicProposalService/ListTopicProposals", StudySecretary, GroupLeader, Publicity)
        .OnUnit("TopicProposalService/AcceptTopicProposal", Publicity)
        .OnUnit("TopicProposalService/DeclineTopicProposal", Publicity)
        .OnUnit("TopicProposalService/MergeTopicProposal", Publicity)
        .OnUnit("ThematicArrangementService/CreateThematicArrangement", Publicity)
        .OnUnit("ThematicArrangementService/GetThematicArrangement", Publicity)
        .OnUnit("ThematicArrangementService/ListThematicArrangements", Publicity)
        .OnUnit("ThematicArrangementService/UpdateThematicArrangement", Publicity)
        .OnUnit("ThematicArrangementService/IssueThematicArrangement", Publicity)
        .OnUnit("ThematicArrangementService/AmendThematicArrangement", Publicity)
        .OnUnit("ThematicArrangementService/WithdrawThematicArrangement", Publicity)
        .OnUnit("ReceivedArrangementService/GetReceivedArrangement", Readers)
        .OnUnit("ReceivedArrangementService/ListReceivedArrangements", Readers)
        .SignedIn("ContentCategoryService/ListContentCategories")
        .Anywhere("ContentCategoryService/CreateContentCategory", Publicity)
        .Anywhere("ContentCategoryService/UpdateContentCategory", Publicity)
        .OnUnit("AnnualPlanService/CreateAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/GetAnnualPlan", Readers)
        .OnUnit("AnnualPlanService/ListAnnualPlans", Readers)
        .OnUnit("AnnualPlanService/UpdateAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/PrefillAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/SubmitAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/ApproveAnnualPlan", GroupLeader)
        .OnUnit("AnnualPlanService/FileAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanService/AcceptAnnualPlan", Publicity)
        .OnUnit("AnnualPlanService/ReturnAnnualPlan", GroupLeader, Publicity)
        .OnUnit("AnnualPlanVersionService/AmendAnnualPlan", StudySecretary)
        .OnUnit("AnnualPlanVersionService/ApproveAmendment", GroupLeader)
        .OnUnit("AnnualPlanVersionService/DeclineAmendment", GroupLeader)
        .OnUnit("AnnualPlanVersionService/ListAnnualPlanVersions", Readers)
        .OnUnit("AnnualPlanVersionService/CompareAnnualPlanVersions", Readers)
        .OnUnit("PlanCheckService/CheckAnnualPlan", Readers)
        .OnUnit("PlanFilingService/ListPlanFilings", Publicity)
        .OnUnit("PlanFilingService/ExtendPlanFiling", Publicity)
        .OnUnit("PlanFilingService/PausePlanFiling", Publicity)
        .OnUnit("PlanFilingService/ResumePlanFiling", Publicity)
        .OnUnit("PlanDocumentService/PrintAnnualPlan", Readers)
        .OnUnit("PlanDocumentService/PrintThematicArrangement", Publicity)
        .OnUnit("PlanDocumentService/PrintReceivedArrangement", Readers)
        .OnUnit("PlanDocumentService/ExportPlanItems", Readers)
        .SignedIn("PlanDocumentService/GetPlanItemTemplate")
        .OnUnit("PlanDocumentService/ImportPlanItems", StudySecretary)
        .OnUnit("CoverageService/GetUnitCoverage", Readers)
        .OnUnit("CoverageService/GetCountyCoverage", Publicity)
        .OnUnit("SelfStudyPlanService/CreateSelfStudyPlan", Group)
        .OnUnit("SelfStudyPlanService/GetSelfStudyPlan", Group)
        .OnUnit("SelfStudyPlanService/ListSelfStudyPlans", Group)
        .OnUnit("SelfStudyPlanService/UpdateSelfStudyPlan", Group)
        .OnUnit("SelfStudyPlanService/DeleteSelfStudyPlan", Group)
        .OnUnit("ResearchTopicService/CreateResearchTopic", Group)
        .OnUnit("ResearchTopicService/GetResearchTopic", Readers)
        .OnUnit("ResearchTopicService/ListResearchTopics", Readers)
        .OnUnit("ResearchTopicService/UpdateResearchTopic", Group)
        .OnUnit("ResearchTopicService/CompleteResearchTopic", Group)
        .OnUnit("ResearchTopicService/DropResearchTopic", Group);
}
