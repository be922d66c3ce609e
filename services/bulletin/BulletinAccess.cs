using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Bulletin;

/// <summary>Who may call what.</summary>
internal static class BulletinAccess
{
    private static readonly Role[] Readers =
        [StudySecretary, GroupLeader, Member, Publicity, SupervisionOffice, CountyOffice];

    public static readonly AccessTable Table = new AccessTable()
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
        .SignedIn("StatisticsService/ListIndicators")
        .OnUnit("StatisticsService/GetStatistics", Readers)
        .OnUnit("StatisticsService/ListFigureRecords", Readers)
        .OnUnit("StatisticsService/GetAnnualReport", Readers)
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
