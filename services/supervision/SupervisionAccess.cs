using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Supervision;

/// <summary>Who may call what.</summary>
internal static class SupervisionAccess
{
    public static readonly AccessTable Table = new AccessTable()
        .OnUnit("ObservationService/CreateObservation", Publicity)
        .OnUnit("ObservationService/GetObservation", StudySecretary, GroupLeader, Publicity, Observer, SupervisionOffice)
        .OnUnit("ObservationService/ListObservations", StudySecretary, GroupLeader, Publicity, Observer, SupervisionOffice)
        .OnUnit("ObservationService/AnnounceObservation", Publicity)
        .OnUnit("ObservationService/FixObservationDate", StudySecretary)
        .OnUnit("ObservationService/RecordObservation", Observer, Publicity)
        .OnUnit("ObservationService/SubmitFeedback", Observer, Publicity)
        .OnUnit("ObservationService/ReturnFeedback", Publicity)
        .OnUnit("ObservationService/ApproveFeedback", Publicity)
        .OnUnit("ObservationService/IssueFeedback", Publicity)
        .OnUnit("ObservationService/TickDeliverables", Observer, Publicity)
        .OnUnit("ObservationService/CloseObservation", Publicity)
        .OnUnit("ProblemService/CreateProblem", Publicity, SupervisionOffice)
        .OnUnit("ProblemService/GetProblem", StudySecretary, GroupLeader, Publicity, SupervisionOffice)
        .OnUnit("ProblemService/ListProblems", StudySecretary, GroupLeader, Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/CreateRectificationNotice", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/GetRectificationNotice", StudySecretary, GroupLeader, Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/ListRectificationNotices", StudySecretary, GroupLeader, Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/UpdateRectificationNotice", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/IssueRectificationNotice", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/AcknowledgeRectificationNotice", StudySecretary)
        .OnUnit("RectificationNoticeService/PlanRectification", StudySecretary)
        .OnUnit("RectificationNoticeService/StartRectification", StudySecretary)
        .OnUnit("RectificationNoticeService/ReportRectification", StudySecretary)
        .OnUnit("RectificationNoticeService/ApproveRectificationReport", GroupLeader)
        .OnUnit("RectificationNoticeService/ReturnRectificationReport", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/AcceptRectificationReport", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/RequestRectificationExtension", StudySecretary)
        .OnUnit("RectificationNoticeService/ApproveRectificationExtension", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/RefuseRectificationExtension", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/PauseRectification", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/ResumeRectification", Publicity, SupervisionOffice)
        .OnUnit("RectificationNoticeService/RecordLookBack", Publicity, SupervisionOffice);
}
