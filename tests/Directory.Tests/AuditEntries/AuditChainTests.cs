using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StudySuite.Audit.V1;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.AuditEntries;

/// <summary>Somebody who has the database's password changes the trail.</summary>
public abstract class AuditChainTests(DirectoryHost directory)
{
    private AuditEntryService.AuditEntryServiceClient Trail => new(directory.AuditAdmin);

    [Fact]
    public async Task VerifyAuditEntries_AfterRetentionAndAfterTamperingBySql_TellsTheOneFromTheOther()
    {
        await RetentionAsync();
        await TamperingAsync();
    }

    private async Task TamperingAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            await directory.GivenUnitAsync($"chain-{i}", "链", "xinxiang");
        }

        var good = await VerifyAsync();
        Assert.Equal(AuditFault.Unspecified, good.Fault);
        var last = long.Parse(good.Head.Split(':')[0]);
        var bad = last - 2;
        var name = await NameAtAsync(bad);

        await SqlAsync($"update audit_entry set actor = 'other' where link = {bad}");
        AssertBad(await VerifyAsync(), AuditFault.EntryChanged, bad, name);
        await SqlAsync($"update audit_entry set actor = 'admin' where link = {bad}");

        await SqlAsync($"create table kept as select * from audit_entry where link = {bad}");
        await SqlAsync($"delete from audit_entry where link = {bad}");
        AssertBad(await VerifyAsync(), AuditFault.EntryMissing, bad, "");
        await SqlAsync("insert into audit_entry select * from kept");

        await SwapAsync(bad, bad + 1);
        AssertBad(await VerifyAsync(), AuditFault.EntryChanged, bad, await NameAtAsync(bad));
        await SwapAsync(bad, bad + 1);

        await SqlAsync("delete from kept");
        await SqlAsync($"insert into kept select * from audit_entry where link = {last}");
        await SqlAsync($"delete from audit_entry where link = {last}");
        Assert.Equal(AuditFault.Unspecified, (await VerifyAsync()).Fault);
        AssertBad(await VerifyAsync(good.Head), AuditFault.TailCut, last, "");
        await SqlAsync("insert into audit_entry select * from kept");
        Assert.Equal(good, await VerifyAsync(good.Head));

        await AssertVerbAsync(good, bad);

        // Even a chain that was made anew, which nothing inside the database can show, does not fit the head.
        await SqlAsync($"update audit_entry set outcome = 'OK!' where link = {bad}");
        await SqlAsync($"update audit_entry set link = null, seal = null where link >= {bad}");
        Assert.Equal(AuditFault.Unspecified, (await VerifyAsync()).Fault);
        Assert.Equal(AuditFault.EntryChanged, (await VerifyAsync(good.Head)).Fault);
    }

    private async Task RetentionAsync()
    {
        await directory.GivenUnitAsync("retention-old", "旧", "xinxiang");
        var old = directory.Service.Clock.GetUtcNow().AddDays(-366);
        await directory.Service.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Link == null)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.At, old)));
        var before = await VerifyAsync();
        await directory.GivenUnitAsync("retention-new", "新", "xinxiang");

        directory.Service.Clock.Advance(TimeSpan.FromHours(6));
        await Wait.UntilAsync(
            () => directory.Service.ReadAsync(async db => !await db.AuditEntries.AnyAsync(entry => entry.At == old)), "old entries to go");

        var after = await VerifyAsync(before.Head);
        Assert.Equal(AuditFault.Unspecified, after.Fault);
        Assert.NotEmpty((await Trail.ListAuditEntriesAsync(new ListAuditEntriesRequest
        {
            Filter = new AuditFilter { Resource = "units/retention-new" },
        })).AuditEntries);

        // A beginning that was cut off by hand is not a retention.
        var first = await directory.Service.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Link)
            .Where(entry => entry.Link != null).Select(entry => new { entry.Link, entry.Seal }).FirstAsync());
        await SqlAsync($"create table begun as select * from audit_entry where link = {first.Link}");
        await SqlAsync($"insert into audit_checkpoint (link, seal, at) select link, seal, at from begun");
        await SqlAsync($"delete from audit_entry where link = {first.Link}");
        Assert.Equal(AuditFault.CheckpointUnconfirmed, (await VerifyAsync()).Fault);
        await SqlAsync("insert into audit_entry select * from begun");
        await SqlAsync($"delete from audit_checkpoint where link = {first.Link}");
        Assert.Equal(AuditFault.Unspecified, (await VerifyAsync()).Fault);
    }

    private async Task AssertVerbAsync(AuditVerdict good, long bad)
    {
        var verb = directory.Service.Services.GetServices<ISuiteVerb>().Single(verb => verb.Name == "verify-audit");
        var file = Path.GetTempFileName();
        await using (var heads = File.CreateText(file))
        {
            Assert.Equal(0, await verb.RunAsync([], heads, CancellationToken.None));
        }

        Assert.Equal($"directory {good.Head}", (await File.ReadAllTextAsync(file)).Trim());

        await SqlAsync($"update audit_entry set resource = 'units/x' where link = {bad}");
        var output = new StringWriter();
        Assert.Equal(1, await verb.RunAsync(["--heads", file], output, CancellationToken.None));
        Assert.Contains(await NameAtAsync(bad), output.ToString());
        await SqlAsync($"update audit_entry set resource = 'units/chain-2' where link = {bad}");
        File.Delete(file);
    }

    private async Task<AuditVerdict> VerifyAsync(string head = "") =>
        await Trail.VerifyAuditEntriesAsync(new VerifyAuditEntriesRequest { Head = head });

    private static void AssertBad(AuditVerdict verdict, AuditFault fault, long link, string entry) => Assert.Equal(
        (fault, link, entry), (verdict.Fault, verdict.FirstBadLink, verdict.FirstBadEntry));

    private async Task<string> NameAtAsync(long link) => "auditEntries/" + await directory.Service.ReadAsync(
        db => db.AuditEntries.Where(entry => entry.Link == link).Select(entry => entry.Sequence).SingleAsync());

    private async Task SwapAsync(long one, long other)
    {
        await SqlAsync($"update audit_entry set link = -1 where link = {one}");
        await SqlAsync($"update audit_entry set link = {one} where link = {other}");
        await SqlAsync($"update audit_entry set link = {other} where link = -1");
    }

    private Task SqlAsync(string sql) => directory.Service.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}

public sealed class AuditChainOnSqliteTests(DirectoryHost directory) : AuditChainTests(directory), IClassFixture<DirectoryHost>;

[Trait("Needs", "Servers")]
public sealed class AuditChainOnServersTests(DirectoryOnServers servers)
    : AuditChainTests(servers.Directory), IClassFixture<DirectoryOnServers>;
