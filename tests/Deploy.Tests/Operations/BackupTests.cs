using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Defaults.Audit;
using StudySuite.Defaults.Backup;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory;
using StudySuite.Files;
using StudySuite.Sessions;
using StudySuite.Supervision;
using StudySuite.Testing;

namespace StudySuite.Deploy.Tests.Operations;

public abstract class BackupTests(Backing backing)
{
    [Fact]
    public async Task Backup_WhileServing_ComesBackElsewhereWithEqualCountsAndHashes()
    {
        using var here = await Site.CreateAsync(backing);
        using var there = await Site.CreateAsync(backing);
        var saved = Path.Combine(here.Folder, "backup");
        await using var serving = await ServeAsync(here);
        await using var source = Program.Of(builder => builder.AddDirectory(), here.Settings);
        await using var target = Program.Of(builder => builder.AddDirectory(), there.Settings);

        var backup = await source.RunAsync("backup", "--to", saved);
        var restore = await target.RunAsync("restore", "--from", saved, "--as-it-was");
        var again = await target.RunAsync("backup", "--to", Path.Combine(there.Folder, "again"));

        Assert.Equal((0, 0, 0), (backup.ExitCode, restore.ExitCode, again.ExitCode));
        Assert.Contains("OK   directory restored", restore.Output, StringComparison.Ordinal);
        var before = await BackupContent.ReadAsync(saved, "directory", CancellationToken.None);
        var after = await BackupContent.ReadAsync(Path.Combine(there.Folder, "again"), "directory",
            CancellationToken.None);
        Assert.True(before!.Rows > 20, $"only {before.Rows} rows");
        Assert.Equal(AllButTrail(before.Items), AllButTrail(after!.Items));
        Assert.Equal(AllButTrail(before.Counters), AllButTrail(after.Counters));
        // The trail goes on: the restore and the second backup have a line each.
        Assert.Equal(before.Items["audit_entry"].Count + 2, after.Items["audit_entry"].Count);
        Assert.Equal(0, (await target.RunAsync("verify-audit")).ExitCode);
    }

    [Fact]
    public async Task Verbs_OnAService_LeaveALineInItsAuditTrail()
    {
        using var here = await Site.CreateAsync(backing);
        var saved = Path.Combine(here.Folder, "backup");
        await (await ServeAsync(here)).DisposeAsync();
        await using var program = Program.Of(builder => builder.AddDirectory(), here.Settings);

        await program.RunAsync("backup", "--to", saved);
        await program.RunAsync("restore", "--from", saved, "--replace");

        await using var scope = program.Services.CreateAsyncScope();
        var context = typeof(DirectoryModule).Assembly.GetType("StudySuite.Directory.DirectoryDbContext", throwOnError: true)!;
        var lines = await ((DbContext)scope.ServiceProvider.GetRequiredService(context)).Set<AuditEntry>()
            .OrderByDescending(entry => entry.Sequence).Take(2).ToListAsync();
        Assert.Equal(["restore", "backup"], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal(("system", saved, "OK"), (line.Actor, line.Resource, line.Outcome)));
    }

    [Fact]
    public async Task Restore_OverData_NeedsToBeToldSo()
    {
        using var here = await Site.CreateAsync(backing);
        var saved = Path.Combine(here.Folder, "backup");
        await (await ServeAsync(here)).DisposeAsync();
        await using var program = Program.Of(builder => builder.AddDirectory(), here.Settings);
        await program.RunAsync("backup", "--to", saved);

        await Assert.ThrowsAsync<StartupError>(() => program.RunAsync("restore", "--from", saved));
        await Assert.ThrowsAsync<StartupError>(() => program.RunAsync("backup", "--to", saved));
        var replaced = await program.RunAsync("restore", "--from", saved, "--replace");

        Assert.Equal(0, replaced.ExitCode);
        Assert.Contains("sent again", replaced.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfABackupThatWasChanged_TouchesNothing()
    {
        using var here = await Site.CreateAsync(backing);
        var saved = Path.Combine(here.Folder, "backup");
        await (await ServeAsync(here)).DisposeAsync();
        await using var program = Program.Of(builder => builder.AddDirectory(), here.Settings);
        await program.RunAsync("backup", "--to", saved);
        var manifest = Path.Combine(saved, "directory.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest))
            .Replace("\"Count\": 1,", "\"Count\": 2,"));

        var check = await program.RunAsync("restore", "--from", saved, "--check");
        var restore = await program.RunAsync("restore", "--from", saved, "--replace");

        Assert.Equal((1, 1), (check.ExitCode, restore.ExitCode));
        Assert.Contains("BAD  directory saved", restore.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("restored", restore.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfSessions_AreInTheBackup()
    {
        using var here = await Site.CreateAsync(backing);
        using var there = await Site.CreateAsync(backing);
        var saved = Path.Combine(here.Folder, "backup");
        await using var source = Program.Of(builder => builder.AddSessions(), here.Settings);
        await using var target = Program.Of(builder => builder.AddSessions(), there.Settings);
        await source.MigrateAsync();
        var blob = await Blobs(source)
            .StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes("学习资料")), CancellationToken.None);

        Assert.Equal(0, (await source.RunAsync("backup", "--to", saved)).ExitCode);
        Assert.Equal(0, (await target.RunAsync("restore", "--from", saved)).ExitCode);

        await using var found = await Blobs(target).OpenAsync(blob.Sha256);
        Assert.Equal("学习资料", await new StreamReader(found!).ReadToEndAsync());
        await File.AppendAllTextAsync(Path.Combine(saved, "sessions-files", blob.Sha256), "!");
        var check = await target.RunAsync("restore", "--from", saved, "--check");
        Assert.Contains("BAD  sessions-files", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfSupervision_AreInTheBackup()
    {
        using var here = await Site.CreateAsync(backing);
        using var there = await Site.CreateAsync(backing);
        var saved = Path.Combine(here.Folder, "backup");
        await using var source = Program.Of(builder => builder.AddSupervision(), here.Settings);
        await using var target = Program.Of(builder => builder.AddSupervision(), there.Settings);
        await source.MigrateAsync();
        var blob = await Blobs(source, "supervision")
            .StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes("学习记录复印件")), CancellationToken.None);

        Assert.Equal(0, (await source.RunAsync("backup", "--to", saved)).ExitCode);
        Assert.Equal(0, (await target.RunAsync("restore", "--from", saved)).ExitCode);

        await using var found = await Blobs(target, "supervision").OpenAsync(blob.Sha256);
        Assert.Equal("学习记录复印件", await new StreamReader(found!).ReadToEndAsync());
    }

    /// <summary>A first start leaves an administrator, rules, calendars and regulations behind.</summary>
    private static async Task<Program> ServeAsync(Site site)
    {
        var program = Program.Of(builder => builder.AddDirectory(), site.Settings);
        await program.StartAsync();
        return program;
    }

    /// <summary>All but the trail, in which the verbs themselves write.</summary>
    private static List<KeyValuePair<string, T>> AllButTrail<T>(IReadOnlyDictionary<string, T> parts) =>
        [.. parts.Where(part => !part.Key.StartsWith("audit_entry", StringComparison.Ordinal)).OrderBy(part => part.Key)];

    private static IBlobs Blobs(Program program, string shelf = "sessions") =>
        program.Services.GetRequiredKeyedService<IBlobs>(shelf);
}

public sealed class BackupOnSqliteTests() : BackupTests(Backing.Sqlite);

[Trait("Needs", "Servers")]
public sealed class BackupOnPostgresTests() : BackupTests(Backing.Servers);
