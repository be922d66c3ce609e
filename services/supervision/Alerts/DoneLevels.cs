using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;

namespace StudySuite.Supervision.Alerts;

internal static class DoneLevels
{
    /// <summary>Which of the subjects are done with which level, so that a sweep touches only what is new.</summary>
    public static async Task<HashSet<(string Subject, string Level)>> DoneAsync(
        this SupervisionDbContext db, IEnumerable<string> subjects, AlertLadder ladder, CancellationToken cancellationToken)
    {
        var asked = subjects.ToList();
        var done = new HashSet<(string, string)>();
        foreach (var level in ladder.Levels)
        {
            var found = await db.SubjectsDoneWith(level.Name).Where(subject => asked.Contains(subject))
                .ToListAsync(cancellationToken);
            done.UnionWith(found.Select(subject => (subject, level.Name)));
        }

        return done;
    }
}
