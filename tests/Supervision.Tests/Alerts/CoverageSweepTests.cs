using StudySuite.Events;
using StudySuite.Supervision.Tests.Observations;
using StudySuite.Testing;

namespace StudySuite.Supervision.Tests.Alerts;

public sealed class CoverageSweepTests
{
    [Fact]
    public Task Sweep_BeforeTheYearEnds_TellsTheOrganiserOnceHowManyUnitsAreDue() => TellAsync(Backing.Sqlite);

    [Fact, Trait("Needs", "Servers")]
    public Task SweepOnServers_BeforeTheYearEnds_TellsTheOrganiserOnceHowManyUnitsAreDue() => TellAsync(Backing.Servers);

    private static async Task TellAsync(Backing backing)
    {
        await using var county = await County.OpenAsync(backing);
        // One of two units; the cycle is two years.
        await county.GivenObservedAsync();

        // Today; the host's own sweep at its start may be it.
        await county.Host.SweepAsync(new DateOnly(2023, 12, 20));
        await county.Host.SweepAsync(new DateOnly(2023, 12, 30));
        await county.Host.SweepAsync(new DateOnly(2024, 10, 31));
        var early = await county.Host.SentAsync<CoverageDue>();
        await county.Host.SweepAsync(new DateOnly(2024, 11, 1));
        await county.Host.SweepAsync(new DateOnly(2025, 11, 2));

        Assert.Equal([2023], early.Select(due => due.Year));
        Assert.Equal(
            [("xinxiang", 2023, 1), ("xinxiang", 2024, 1), ("xinxiang", 2025, 2)],
            (await county.Host.SentAsync<CoverageDue>()).Select(due => (due.Unit, due.Year, due.Units)));
    }
}
