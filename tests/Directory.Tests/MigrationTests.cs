using Microsoft.EntityFrameworkCore;

namespace StudySuite.Directory.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Postgres_Model_HasNoPendingChanges()
    {
        using var db = new DirectoryDbContext(new DbContextOptionsBuilder<DirectoryDbContext>()
            .UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Sqlite_Model_HasNoPendingChanges()
    {
        using var db = new DirectorySqliteDbContext(new DbContextOptionsBuilder<DirectorySqliteDbContext>()
            .UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention().Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
