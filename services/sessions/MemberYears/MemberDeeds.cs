using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.MemberYears;

/// <summary>A session of the year with one person's mark and speeches.</summary>
internal sealed record AttendedSession(StudySession Session, AttendanceStatus Status, int Speeches)
{
    public bool IsPresent => Status is AttendanceStatus.Present or AttendanceStatus.Late or AttendanceStatus.Attending;
}

/// <summary>What one person did in a unit's group within a year.</summary>
internal sealed record MemberDeeds(
    string Person, IReadOnlyList<AttendedSession> Sessions, IReadOnlyList<Activities.Activity> Activities,
    IReadOnlyList<MakeUps.MakeUp> OpenMakeUps)
{
    private static readonly ActivityKind[] Outputs =
        [ActivityKind.Reflection, ActivityKind.ResearchReport, ActivityKind.TheoryArticle, ActivityKind.PublishedArticle];

    public int OutputCount => Activities.Count(activity => Outputs.Contains(activity.Kind));

    public int SpeechCount => Sessions.Sum(session => session.Speeches);

    public int BookCount => Activities.SelectMany(activity => activity.Details.ReadingList).Distinct().Count();

    /// <summary>In percent; of one who was asked to none, all.</summary>
    public int AttendancePercent =>
        Sessions.Count == 0 ? 100 : Sessions.Count(session => session.IsPresent) * 100 / Sessions.Count;

    /// <summary>Of several people of a unit, with four queries.</summary>
    public static async Task<List<MemberDeeds>> ReadAsync(
        SessionsDbContext db, string unit, int year, IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.Unit == unit && s.HeldOn >= first && s.HeldOn <= last)
            .OrderBy(s => s.HeldOn).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var ids = sessions.Select(session => session.Id).ToList();
        var marks = (await db.Set<Rolls.Attendance>().AsNoTracking()
                .Where(a => a.Unit == unit && ids.Contains(a.Session) && people.Contains(a.Person)).ToListAsync(cancellationToken))
            .Where(mark => mark.Status != AttendanceStatus.Unspecified)
            .ToDictionary(mark => (mark.Session, mark.Person), mark => mark.Status);
        var activities = (await db.Activities.AsNoTracking()
                .Where(a => a.Unit == unit && people.Contains(a.Person) && a.HappenedOn >= first && a.HappenedOn <= last
                    && !a.IsWithdrawn && !a.IsPlanned)
                .OrderBy(a => a.HappenedOn).ThenBy(a => a.Id).ToListAsync(cancellationToken))
            .ToLookup(activity => activity.Person);
        var makeUps = (await db.MakeUps.AsNoTracking()
                .Where(m => m.Unit == unit && people.Contains(m.Person) && m.MissedOn >= first && m.MissedOn <= last
                    && (m.State == MakeUpState.Assigned || m.State == MakeUpState.Submitted))
                .OrderBy(m => m.DueOn).ThenBy(m => m.Id).ToListAsync(cancellationToken))
            .ToLookup(makeUp => makeUp.Person);

        return
        [
            .. people.Select(person => new MemberDeeds(
                person, [.. sessions.Select(session => Attended(session, person)).OfType<AttendedSession>()],
                [.. activities[person]], [.. makeUps[person]])),
        ];

        AttendedSession? Attended(StudySession session, string person)
        {
            var speeches = session.Record.Speeches.Count(speech => speech.Person == $"people/{person}");
            var isMarked = marks.TryGetValue((session.Id, person), out var status);
            return isMarked || speeches > 0 ? new AttendedSession(session, status, speeches) : null;
        }
    }
}
