using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Lectures;

/// <summary>外请报告备案: what the rulebook can ask for before a lecture is held.</summary>
internal static class LectureFiling
{
    /// <summary>Who gives the session's lecture; null while nobody has said so.</summary>
    public static Task<Lecture?> FindLectureAsync(
        this SessionsDbContext db, StudySession session, CancellationToken cancellationToken) => db.Lectures.AsNoTracking()
        .SingleOrDefaultAsync(l => l.Unit == session.Unit && l.Session == session.Id, cancellationToken);

    /// <param name="on">Day of the lecture: a filing that came after it is none.</param>
    public static async Task RequireAsync(
        SessionsDbContext db, StudySession session, DateOnly on, CancellationToken cancellationToken)
    {
        if (!session.Counting.IsLecture)
        {
            return;
        }

        var rules = await Rules.LoadAsync(db, session.Unit, on, cancellationToken);
        if (!rules.IsOn("lecture.filing_before_held"))
        {
            return;
        }

        var lecture = await db.FindLectureAsync(session, cancellationToken)
            ?? throw LectureErrors.LecturerMissing(session, rules.Rulebook);
        if (lecture.IsExternal && !(lecture.FiledOn <= on))
        {
            throw LectureErrors.NotFiled(session, rules.Rulebook);
        }
    }
}
