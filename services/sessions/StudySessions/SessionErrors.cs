using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.StudySessions;

/// <summary>What can go wrong with a study session.</summary>
internal static class SessionErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("SESSION_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("SESSION_EXISTS", name);

    public static DomainError WrongState(StudySession session) => DomainError.Precondition(
        "SESSION_WRONG_STATE", ("resource", session.ResourceName), ("state", session.State.UpperSnake()));

    public static DomainError SchemeNotApproved(StudySession session) =>
        DomainError.Precondition("SCHEME_NOT_APPROVED", ("resource", session.ResourceName));

    public static DomainError SchemeIncomplete(StudySession session, IEnumerable<string> missing) =>
        DomainError.Precondition(
            "SCHEME_INCOMPLETE", ("resource", session.ResourceName), ("missing", string.Join(", ", missing)));

    public static DomainError RecordIncomplete(StudySession session, IEnumerable<string> missing) =>
        DomainError.Precondition(
            "RECORD_INCOMPLETE", ("resource", session.ResourceName), ("missing", string.Join(", ", missing)));

    public static DomainError Incomplete(StudySession session, IEnumerable<string> missing) => DomainError.Precondition(
        "SESSION_INCOMPLETE", ("resource", session.ResourceName), ("missing", string.Join(", ", missing)));

    public static DomainError ReadingClassHasSessions(StudySession session) =>
        DomainError.Precondition("READING_CLASS_HAS_SESSIONS", ("resource", session.ResourceName));

    public static DomainError NoRecipients(StudySession session) =>
        DomainError.Precondition("NOTICE_HAS_NO_RECIPIENTS", ("resource", session.ResourceName));

    public static DomainError NoticeNotFound(StudySession session) =>
        DomainError.NotFound("NOTICE_NOT_FOUND", $"{session.ResourceName}/notice");

    public static DomainError LeaveOpen(StudySession session) =>
        DomainError.Precondition("NOTICE_LEAVE_OPEN", ("resource", $"{session.ResourceName}/notice"));

    public static DomainError NotARecipient() => DomainError.Denied("NOT_A_RECIPIENT");
}
