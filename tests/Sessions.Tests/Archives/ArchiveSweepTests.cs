using Microsoft.Extensions.Time.Testing;
using StudySuite.Events;
using StudySuite.Sessions.Archives;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Archives;

/// <summary>A folder that is not archived ten working days after the session is announced once, to the day.</summary>
public class ArchiveSweepTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task Sweep_NotArchivedByItsDay_AnnouncesOnceAndNothingOnceArchived()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenCompleteAsync();
        await county.GivenHeldAsync("april");
        await county.GivenNotifiedAsync("may");

        await SweepAsync(county, "2023-04-03");
        var onTheDay = await county.Host.SentAsync<ArchiveOverdue>();
        var due = await county.Secretary.Sessions.GetSevenHavesAsync(new() { Name = $"{County.Session}/sevenHaves" });
        await county.Secretary.Archives.ArchiveSessionAsync(new() { Name = County.Session, ArchivedOn = "2023-03-30" });
        await SweepAsync(county, "2023-04-04");
        await SweepAsync(county, "2023-04-05");
        await SweepAsync(county, "2024-04-05");
        var sent = Assert.Single(await county.Host.SentAsync<ArchiveOverdue>());

        Assert.Empty(onTheDay);
        Assert.Equal(("2023-04-03", true), (due.ArchiveDueOn, due.IsArchiveOverdue));
        Assert.Equal(
            ($"{County.Unit}/sessions/april", new DateOnly(2023, 3, 20), new DateOnly(2023, 4, 3)),
            (sent.Session, sent.HeldOn, sent.DueOn));
        var archived = await county.Secretary.Sessions.GetSevenHavesAsync(new() { Name = $"{County.Session}/sevenHaves" });
        Assert.Equal(("", false), (archived.ArchiveDueOn, archived.IsArchiveOverdue));
    }

    [Fact]
    public async Task Sweep_StricterUnitAndSeveralDays_CountsFromTheLastDayByTheUnitsRule()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.Host.DeliverAsync(new RulebookPublished(
            "rulebooks/1", new DateOnly(2023, 1, 1),
            new Dictionary<string, string> { [$"{County.Unit}:archive.due_days"] = "3" }, 1));
        await county.GivenNotifiedAsync("class", SessionForm.ReadingClass);
        await county.Secretary.Sessions.HoldSessionAsync(
            new() { Name = $"{County.Unit}/sessions/class", HeldOn = "2023-03-20", HeldUntil = "2023-03-24" });

        await SweepAsync(county, "2023-03-29");
        var before = await county.Host.SentAsync<ArchiveOverdue>();
        await SweepAsync(county, "2023-03-30");

        Assert.Empty(before);
        Assert.Equal(new DateOnly(2023, 3, 29), Assert.Single(await county.Host.SentAsync<ArchiveOverdue>()).DueOn);
    }

    /// <summary>Two hours after the host's clock, so that what was just entered is out of its grace.</summary>
    private static Task SweepAsync(County county, string day) => county.Host.WithDbAsync(async db =>
    {
        var clock = new FakeTimeProvider(county.Host.Clock.GetUtcNow().AddHours(2));
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new ArchiveSweep(clock).SweepAsync(db, DateOnly.Parse(day, null), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    });
}

[Trait("Needs", "Servers")]
public sealed class ArchiveSweepOnServersTests : ArchiveSweepTests
{
    protected override Backing Backing => Backing.Servers;
}
