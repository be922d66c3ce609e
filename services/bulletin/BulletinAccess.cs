using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Bulletin;

/// <summary>Who may call what.</summary>
internal static class BulletinAccess
{
    private static readonly Role[] Readers =
        [StudySecretary, GroupLeader, Member, Publicity, SupervisionOffice, CountyOffice];

    public static readonly AccessTable Table = new AccessTable()
        .SignedIn("PersonRecordService/ExportPersonRecords")
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
        .SignedIn("StatisticsService/ListIndicators")
        .OnUnit("StatisticsService/GetStatistics", Readers)
        .OnUnit("StatisticsService/ListFigureRecords", Readers)
        .OnUnit("StatisticsService/GetAnnualReport", Readers)
        .OnUnit("StatisticsService/GetCharts", Readers)
        .OnUnit("StatisticsService/GetRanking", Publicity)
        .Anywhere("StatisticsService/UpdateIndicator", Publicity)
        .Anywhere("RebuildService/RebuildStatistics", Publicity)
        .OnUnit("ExportService/DownloadStatistics", Readers)
        .OnUnit("ExportService/DownloadAnnualReport", Readers)
        .OnUnit("ExportService/DownloadBulletin", Publicity, GroupLeader)
        .OnUnit("ExportService/DownloadReceivedBulletin", StudySecretary, GroupLeader, Member)
        .OnUnit("SelfReportService/GetSelfReport", StudySecretary, GroupLeader, Publicity)
        .OnUnit("SelfReportService/ListSelfReports", Publicity)
        .OnUnit("SelfReportService/ConfirmSelfReport", StudySecretary, GroupLeader)
        .OnUnit("SelfReportService/ObjectToSelfReport", StudySecretary, GroupLeader)
        .OnUnit("SelfReportService/AnswerSelfReport", Publicity)
        .OnUnit("PracticeProposalService/CreatePracticeProposal", StudySecretary, GroupLeader)
        .OnUnit("PracticeProposalService/ListPracticeProposals", StudySecretary, GroupLeader, Publicity)
        .OnUnit("PracticeProposalService/ChoosePracticeProposal", Publicity)
        .OnUnit("PracticeProposalService/DeclinePracticeProposal", Publicity)
        .OnUnit("BulletinService/GetBulletinTemplate", Publicity)
        .OnUnit("BulletinService/UpdateBulletinTemplate", Publicity)
        .OnUnit("BulletinService/ListCommonProblems", Publicity)
        .OnUnit("BulletinService/RemindRecipients", Publicity)
        .OnUnit("BulletinService/CreateBulletin", Publicity)
        .OnUnit("BulletinService/GetBulletin", Publicity, GroupLeader)
        .OnUnit("BulletinService/ListBulletins", Publicity, GroupLeader)
        .OnUnit("BulletinService/UpdateBulletin", Publicity)
        .OnUnit("BulletinService/PrefillBulletin", Publicity)
        .OnUnit("BulletinService/GetBulletinAnnex", Publicity, GroupLeader)
        .OnUnit("BulletinService/SubmitBulletin", Publicity)
        .OnUnit("BulletinService/SignBulletin", Publicity, GroupLeader)
        .OnUnit("BulletinService/ReturnBulletin", Publicity, GroupLeader)
        .OnUnit("BulletinService/IssueBulletin", Publicity)
        .OnUnit("BulletinService/ListBulletinRecipients", Publicity, GroupLeader)
        .OnUnit("ReceivedBulletinService/GetReceivedBulletin", StudySecretary, GroupLeader, Member)
        .OnUnit("ReceivedBulletinService/ListReceivedBulletins", StudySecretary, GroupLeader, Member)
        .OnUnit("ReceivedBulletinService/AcknowledgeBulletin", StudySecretary, GroupLeader);
}
