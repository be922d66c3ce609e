using StudySuite.Suite.Tests.Rolling;

namespace StudySuite.Suite.Tests.Upgrade;

/// <summary>
/// From the build before to this one under fifty calls a second. Needs a built checkout of the build before, so
/// <c>deploy/drills/upgrade.sh</c> runs it and not <c>test.sh</c>.
/// </summary>
[Trait("Needs", "Servers"), Trait("Run", "Drill")]
public sealed class UpgradeDrill
{
    [Fact(Explicit = true)]
    public async Task Upgrade_UnderLoad_CostsNoCallAndNoEffect()
    {
        var before = Environment.GetEnvironmentVariable("STUDYSUITE_PREVIOUS")
            ?? throw new InvalidOperationException("STUDYSUITE_PREVIOUS names no checkout: run deploy/drills/upgrade.sh.");
        await using var county = new PairedCounty(before);
        await county.InitializeAsync();
        using var load = await county.LoadAsync(isPatient: false);
        using var end = new CancellationTokenSource();
        var running = load.RunAsync(perSecond: 50, end.Token);

        await county.MigrateAsync(Output.Root);
        Tell("migrated, the build before serving", load.ToString());

        // The door first: what it does better for the others when they go, it does for this rollout already.
        foreach (var wave in PairedCounty.Waves.Reverse())
        {
            await county.ReplaceAsync(Output.Root, wave, 0);
            await county.ReplaceAsync(Output.Root, wave, 1);
            Tell($"{string.Join(' ', wave)} replaced", load.ToString());
        }

        await end.CancelAsync();
        await running;
        Tell("upgraded", load.ToString());

        Assert.Empty(load.Failures);
        Assert.Empty(await load.DifferencesAsync());
    }

    private static void Tell(string what, string figures) =>
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {figures}");
}
