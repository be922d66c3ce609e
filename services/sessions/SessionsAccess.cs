using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Sessions;

/// <summary>Who may call what.</summary>
internal static class SessionsAccess
{
    /// <summary>Roles of the unit's own group.</summary>
    private static readonly Role[] Group = [StudySecretary, GroupLeader, Member];

    private static readonly Role[] Plans = [.. Group, CountyOffice, Publicity, Observer, SupervisionOffice];

    private static readonly Role[] Records = [.. Group, Publicity, Observer];

    public static readonly AccessTable Table = new AccessTable()
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin)
        .OnUnit("SessionService/CreateSession", StudySecretary)
        .OnUnit("SessionService/GetSession", Plans)
        .OnUnit("SessionService/ListSessions", Plans)
        .OnUnit("SessionService/UpdateSession", StudySecretary)
        .OnUnit("SessionService/PostponeSession", StudySecretary)
        .OnUnit("SessionService/CancelSession", StudySecretary, GroupLeader)
        .OnUnit("SessionService/HoldSession", StudySecretary)
        .OnUnit("SessionService/CorrectSession", StudySecretary)
        .OnUnit("SessionService/GetSevenHaves", Plans)
        .OnUnit("SessionService/CompleteSession", StudySecretary)
        .OnUnit("SessionService/ReopenSession", StudySecretary)
        .OnUnit("SchemeService/GetScheme", Plans)
        .OnUnit("SchemeService/UpdateScheme", StudySecretary)
        .OnUnit("SchemeService/SubmitScheme", StudySecretary)
        .OnUnit("SchemeService/ApproveScheme", GroupLeader)
        .OnUnit("SchemeService/ReturnScheme", GroupLeader)
        .OnUnit("NoticeService/IssueNotice", StudySecretary, CountyOffice)
        .OnUnit("NoticeService/GetNotice", [.. Group, CountyOffice, Publicity])
        .OnUnit("NoticeService/AcknowledgeNotice", Group)
        .OnUnit("DutyService/ListDuties", [.. Group, CountyOffice, Publicity])
        .OnUnit("DutyService/ListOpenDuties", [.. Group, CountyOffice, Publicity])
        .OnUnit("DutyService/TickDuty", CountyOffice, Publicity, StudySecretary)
        .OnUnit("DutyService/UntickDuty", CountyOffice, Publicity, StudySecretary)
        .OnUnit("LeaveRequestService/CreateLeaveRequest", StudySecretary, Member)
        .OnUnit("LeaveRequestService/GetLeaveRequest", Group)
        .OnUnit("LeaveRequestService/ListLeaveRequests", Group)
        .OnUnit("LeaveRequestService/ApproveLeaveRequest", GroupLeader)
        .OnUnit("LeaveRequestService/DeclineLeaveRequest", GroupLeader)
        .OnUnit("RollService/GetRoll", Records)
        .OnUnit("RollService/MarkAttendance", StudySecretary)
        .OnUnit("RollService/UploadSheet", StudySecretary)
        .OnUnit("RollService/CloseRoll", StudySecretary)
        .OnUnit("RollService/ReopenRoll", StudySecretary)
        .OnUnit("SignInService/OpenSignIn", StudySecretary)
        .OnUnit("SignInService/CloseSignIn", StudySecretary)
        .OnUnit("SignInService/GetSignInScreen", StudySecretary, Publicity)
        .OnUnit("SignInService/SignInToSession", Group)
        .OnUnit("MakeUpService/GetMakeUp", [.. Group, Publicity])
        .OnUnit("MakeUpService/ListMakeUps", [.. Group, Publicity])
        .OnUnit("MakeUpService/SubmitMakeUp", StudySecretary, Member)
        .OnUnit("MakeUpService/ConfirmMakeUp", StudySecretary)
        .OnUnit("MakeUpService/ReturnMakeUp", StudySecretary)
        .OnUnit("RecordService/GetRecord", Records)
        .OnUnit("RecordService/UpdateRecord", StudySecretary)
        .OnUnit("RecordService/SubmitRecord", StudySecretary)
        .OnUnit("RecordService/CheckNotes", StudySecretary)
        .OnUnit("ArchiveService/ArchiveSession", StudySecretary)
        .OnUnit("ArchiveService/GetArchive", StudySecretary, GroupLeader, Publicity, Observer)
        .OnUnit("ArchiveService/DownloadArchiveItem", StudySecretary, GroupLeader, Publicity, Observer)
        .OnUnit("ArchiveService/AddArchiveAddendum", StudySecretary)
        .OnUnit("FirstTopicService/CreateFirstTopic", StudySecretary)
        .OnUnit("FirstTopicService/GetFirstTopic", [.. Records, SupervisionOffice])
        .OnUnit("FirstTopicService/ListFirstTopics", [.. Records, SupervisionOffice])
        .OnUnit("FirstTopicService/StudyFirstTopic", StudySecretary)
        .OnUnit("ActivityService/CreateActivity", StudySecretary, Publicity, Member)
        .OnUnit("ActivityService/BatchCreateActivities", StudySecretary, Publicity)
        .OnUnit("ActivityService/GetActivity", Records)
        .OnUnit("ActivityService/ListActivities", Records)
        .OnUnit("ActivityService/CorrectActivity", StudySecretary, Publicity, Member)
        .OnUnit("ActivityService/WithdrawActivity", StudySecretary, Publicity, Member);
}
