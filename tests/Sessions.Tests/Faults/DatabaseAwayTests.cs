using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Faults;

/// <summary>A database that goes away in the middle of a call is said to be away, so that clients know to ask again.</summary>
[Trait("Needs", "Servers")]
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task MarkAttendance_ConnectionCutByTheServer_IsUnavailableAndGoesThroughTheNextTime()
    {
        await using var county = await County.OpenAsync(Backing.Servers);
        await county.GivenHeldAsync();
        var mark = new MarkAttendanceRequest
        {
            Name = $"{County.Session}/roll",
            Marks = { new AttendanceMark { Person = "people/p-wang", Status = AttendanceStatus.Present } },
        };

        var refusal = await county.Host.ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"lock table attendance_roll in access exclusive mode");
            var refused = Refusal.OfAsync(county.Secretary.Rolls.MarkAttendanceAsync(mark));
            await Wait.UntilAsync(async () => await county.Host.ReadAsync(CutAsync) > 0, "the call waits for the roll, and is cut");
            return await refused;
        });
        var marked = await county.Secretary.Rolls.MarkAttendanceAsync(mark);

        Assert.Equal((StatusCode.Unavailable, "DATABASE_UNAVAILABLE"), (refusal.Code, refusal.Reason));
        Assert.Equal("数据库暂时不可用，请稍后重试。", refusal.Sentence);
        Assert.Equal(1, marked.Totals.Present);
    }

    /// <summary>How many connections were waiting for a lock; they are no longer.</summary>
    private static Task<int> CutAsync(SessionsDbContext db) => db.Database.SqlQuery<int>(
        $"""
        select count(pg_terminate_backend(pid))::int as "Value" from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
        """).SingleAsync();
}
