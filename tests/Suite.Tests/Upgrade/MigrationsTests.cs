using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using StudySuite.Bulletin;
using StudySuite.Directory;
using StudySuite.Notifications;
using StudySuite.Planning;
using StudySuite.Sessions;
using StudySuite.Supervision;

namespace StudySuite.Suite.Tests.Upgrade;

/// <summary>
/// <c>migrate</c> runs while the build before serves: nothing that its statements name goes, and nothing is asked of them
/// that they do not know; see decision 64. SQLite has one process, which is stopped for it.
/// </summary>
public sealed class MigrationsTests
{
    public static TheoryData<string> Services =>
        ["directory", "planning", "sessions", "supervision", "bulletin", "notifications"];

    [Theory, MemberData(nameof(Services))]
    public void Migrations_AfterTheFirst_LeaveTheBuildBeforeAtWork(string service)
    {
        using var db = Context(service);
        var assembly = db.GetService<IMigrationsAssembly>();
        var later = assembly.Migrations.OrderBy(migration => migration.Key, StringComparer.Ordinal).Skip(1).ToList();

        var breaking = later.SelectMany(migration => assembly.CreateMigration(migration.Value, db.Database.ProviderName!)
            .UpOperations.Select(Fault).OfType<string>().Select(fault => $"{migration.Key}: {fault}"));

        Assert.NotEmpty(later);
        Assert.Empty(breaking);
    }

    [Fact]
    public void Operations_ThatBreakTheBuildBefore_AreFound()
    {
        MigrationOperation[] breaking =
        [
            new DropTableOperation { Name = "plan" }, new DropColumnOperation { Table = "plan", Name = "title" },
            new RenameTableOperation { Name = "plan" }, new RenameColumnOperation { Table = "plan", Name = "title" },
            new AddColumnOperation { Table = "plan", Name = "title", ClrType = typeof(string) },
            Altered(nowNullable: false, wasNullable: true),
            Altered(nowNullable: false, wasNullable: false, type: "integer"),
            Altered(nowNullable: false, wasNullable: false, length: 10),
            new SqlOperation { Sql = "alter table plan drop column title" },
        ];
        MigrationOperation[] harmless =
        [
            new AddColumnOperation { Table = "plan", Name = "title", ClrType = typeof(string), IsNullable = true },
            new AddColumnOperation { Table = "plan", Name = "title", ClrType = typeof(string), DefaultValue = "" },
            Altered(nowNullable: true, wasNullable: false), Altered(nowNullable: false, wasNullable: false, length: 30),
            new SqlOperation { Sql = "update plan set title = ''" },
        ];

        Assert.All(breaking, operation => Assert.NotNull(Fault(operation)));
        Assert.All(harmless, operation => Assert.Null(Fault(operation)));
    }

    private static string? Fault(MigrationOperation operation) => operation switch
    {
        DropTableOperation drop => $"drops {drop.Name}",
        DropColumnOperation drop => $"drops {drop.Table}.{drop.Name}",
        RenameTableOperation rename => $"renames {rename.Name}",
        RenameColumnOperation rename => $"renames {rename.Table}.{rename.Name}",
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } add
            when add.FindAnnotation("Npgsql:ValueGenerationStrategy") is null =>
            $"adds {add.Table}.{add.Name}, which an insert must name",
        AlterColumnOperation alter when !alter.IsNullable && alter.OldColumn.IsNullable =>
            $"{alter.Table}.{alter.Name} may no longer be null",
        AlterColumnOperation alter when alter.MaxLength < (alter.OldColumn.MaxLength ?? int.MaxValue) =>
            $"{alter.Table}.{alter.Name} becomes shorter",
        AlterColumnOperation alter when Kind(alter.ColumnType) != Kind(alter.OldColumn.ColumnType) =>
            $"{alter.Table}.{alter.Name} becomes {alter.ColumnType}",
        SqlOperation { Sql: var sql } when sql.Contains("drop ", StringComparison.OrdinalIgnoreCase)
            || sql.Contains("rename ", StringComparison.OrdinalIgnoreCase) => sql,
        _ => null,
    };

    // Lengths are looked at by themselves.
    private static string? Kind(string? type) => type?.Split('(')[0];

    private static AlterColumnOperation Altered(bool nowNullable, bool wasNullable, string type = "text", int length = 20) =>
        new()
    {
        Table = "plan", Name = "title", IsNullable = nowNullable, ColumnType = type, MaxLength = length,
        OldColumn = new AddColumnOperation { IsNullable = wasNullable, ColumnType = "text", MaxLength = 20 },
    };

    private static DbContext Context(string service) => service switch
    {
        "directory" => new DirectoryDbContext(Options<DirectoryDbContext>()),
        "planning" => new PlanningDbContext(Options<PlanningDbContext>()),
        "sessions" => new SessionsDbContext(Options<SessionsDbContext>()),
        "supervision" => new SupervisionDbContext(Options<SupervisionDbContext>()),
        "bulletin" => new BulletinDbContext(Options<BulletinDbContext>()),
        _ => new NotificationsDbContext(Options<NotificationsDbContext>()),
    };

    private static DbContextOptions<TDb> Options<TDb>()
        where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options;
}
