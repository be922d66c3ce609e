using Microsoft.EntityFrameworkCore;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests;

/// <summary>What a service asks PostgreSQL again and again is parsed and planned once per connection.</summary>
[Trait("Needs", "Servers")]
public sealed class HotStatementsTests
{
    [Fact]
    public async Task Query_AskedAgainAndAgain_IsPrepared()
    {
        await using var directory = await ServiceHost<DirectoryDbContext>.StartAsync(Backing.Servers);

        var (seldom, often) = await directory.ReadAsync(async db =>
        {
            // One connection for all: what is prepared is prepared there.
            await db.Database.OpenConnectionAsync();
            await AskAsync(db, times: 1);
            var before = await PreparedAsync(db);
            await AskAsync(db, times: 60);
            return (before, await PreparedAsync(db));
        });

        Assert.Equal(0, seldom);
        Assert.Equal(1, often);
    }

    private static async Task AskAsync(DirectoryDbContext db, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var code = $"unit-{i}";
            Assert.False(await db.Units.AnyAsync(unit => unit.Code == code));
        }
    }

    private static Task<int> PreparedAsync(DirectoryDbContext db) => db.Database.SqlQuery<int>(
        $"""select count(*)::int as "Value" from pg_prepared_statements where statement like '%unit%code = $1%'""").SingleAsync();
}
