using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Notices;

/// <summary>Who is told of a session: full and invited members of its day.</summary>
internal static class Recipients
{
    /// <exception cref="Defaults.Errors.DomainError">NOTICE_HAS_NO_RECIPIENTS</exception>
    public static async Task<List<Recipient>> OfAsync(
        SessionsDbContext db, StudySession session, DateOnly day, CancellationToken cancellationToken)
    {
        var members = await db.MemberViews.AsNoTracking().OfUnitOn(session.Unit, day)
            .Where(member => member.Kind == "Full" || member.Kind == "Invited")
            .Select(member => new Recipient(member.Person, member.Name))
            .ToListAsync(cancellationToken);
        return members.Count == 0
            ? throw SessionErrors.NoRecipients(session)
            : [.. members.DistinctBy(member => member.Person)];
    }
}
