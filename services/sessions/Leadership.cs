using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;

namespace StudySuite.Sessions;

/// <summary>
/// Who leads the group. A deputy to whom the leader's work is delegated holds the role in those days; a decision then
/// says for whom it was made.
/// </summary>
internal static class Leadership
{
    public static Task<MemberView?> LeaderOfAsync(
        this SessionsDbContext db, string unit, DateOnly day, CancellationToken cancellationToken) =>
        db.MemberViews.AsNoTracking().OfUnitOn(unit, day).Where(member => member.Role == "Leader")
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The leader for whom somebody else decides, as <c>people/{person}</c>; empty when the leader does it.</summary>
    public static async Task<string> DecidesForAsync(
        this SessionsDbContext db, string unit, string person, DateOnly day, CancellationToken cancellationToken)
    {
        var leaders = await db.MemberViews.AsNoTracking().OfUnitOn(unit, day).Where(member => member.Role == "Leader")
            .Select(member => member.Person).ToListAsync(cancellationToken);
        return leaders.Count == 0 || leaders.Contains(person) ? "" : $"people/{leaders[0]}";
    }
}
