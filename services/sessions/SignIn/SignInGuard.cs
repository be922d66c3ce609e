using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.SignIn;

/// <summary>
/// Five wrong codes of a person at a session within ten minutes, then no more until the ten minutes are over. Kept in the
/// database, so that replicas share the count; with eight digits, guessing one of three codes stays hopeless.
/// </summary>
internal sealed class SignInGuard(SessionsDbContext db, TimeProvider clock)
{
    private const int MostTries = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public async Task RequireTriesLeftAsync(SessionName session, string person, CancellationToken cancellationToken)
    {
        var tries = await db.Set<SignInTries>().AsNoTracking().SingleOrDefaultAsync(
            t => t.Unit == session.Unit && t.Session == session.Id && t.Person == person, cancellationToken);
        var left = tries is null ? TimeSpan.Zero : tries.Since + Window - clock.GetUtcNow();
        if (left > TimeSpan.Zero && tries!.Tries >= MostTries)
        {
            throw SignInErrors.TooManyTries(left);
        }
    }

    /// <summary>In one statement, so that tries in parallel all count.</summary>
    public Task CountAsync(SessionName session, string person, CancellationToken cancellationToken)
    {
        var isSqlite = db.Database.IsSqlite();
        var (now, old) = (clock.GetUtcNow(), clock.GetUtcNow() - Window);
        return db.Database.ExecuteSqlRawAsync(
            """
            insert into sign_in_tries (unit, session, person, tries, since) values ({0}, {1}, {2}, 1, {3})
            on conflict (unit, session, person) do update set
              tries = case when sign_in_tries.since <= {4} then 1 else sign_in_tries.tries + 1 end,
              since = case when sign_in_tries.since <= {4} then excluded.since else sign_in_tries.since end
            """,
            [session.Unit, session.Id, person, isSqlite ? now.UtcTicks : now, isSqlite ? old.UtcTicks : old],
            cancellationToken);
    }
}
