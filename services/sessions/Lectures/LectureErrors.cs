using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Lectures;

/// <summary>What can go wrong with lecturers, lectures and their filing.</summary>
internal static class LectureErrors
{
    public static DomainError LecturerNotFound(string name) => DomainError.NotFound("LECTURER_NOT_FOUND", name);

    public static DomainError LecturerExists(string name) => DomainError.Exists("LECTURER_EXISTS", name);

    public static DomainError NotFound(string name) => DomainError.NotFound("LECTURE_NOT_FOUND", name);

    public static DomainError IsNoLecture(StudySession session) =>
        DomainError.Precondition("SESSION_IS_NO_LECTURE", ("resource", session.ResourceName));

    public static DomainError NeedsNoFiling(Lecture lecture) =>
        DomainError.Precondition("LECTURE_NEEDS_NO_FILING", ("resource", lecture.ResourceName));

    /// <summary>Before the lecture, by the rule <c>lecture.filing_before_held</c>.</summary>
    public static DomainError LecturerMissing(StudySession session, string rulebook) => DomainError.Precondition(
        "LECTURER_MISSING", ("resource", session.ResourceName), ("rulebook", rulebook));

    /// <summary>By the same rule.</summary>
    public static DomainError NotFiled(StudySession session, string rulebook) => DomainError.Precondition(
        "LECTURE_NOT_FILED", ("resource", session.ResourceName), ("rulebook", rulebook));
}
