using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;

namespace StudySuite.Sessions.StudySessions;

internal static class SessionQueries
{
    public static async Task<StudySession> FindSessionAsync(
        this SessionsDbContext db, SessionName name, ServerCallContext context) =>
        await db.Sessions.VisibleTo(context.Call(), db)
            .SingleOrDefaultAsync(session => session.Unit == name.Unit && session.Id == name.Id, context.CancellationToken)
        ?? throw SessionErrors.NotFound(name.ToString());

    /// <summary>For references from other records of the same unit.</summary>
    public static Task<bool> HasSessionAsync(
        this SessionsDbContext db, string unit, string id, CancellationToken cancellationToken) =>
        db.Sessions.AnyAsync(session => session.Unit == unit && session.Id == id, cancellationToken);
}
