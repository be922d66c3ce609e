namespace StudySuite.Gateway.Tests;

/// <summary>A call that a replica took in and broke off: reading is tried at another one, writing never.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task Reading_ThatBroke_IsTriedElsewhere()
    {
        await using var broken = new Backend("two") { BreaksCalls = true };
        await using var door = await StartAsync(broken);
        var client = door.Rest();

        for (var call = 0; call < 20; call++)
        {
            Assert.Equal("one", (await client.SeenAsync())!.Backend);
        }
    }

    [Fact]
    public async Task Writing_ThatBroke_IsNotTriedAgain()
    {
        await using var broken = new Backend("two") { BreaksCalls = true };
        await using var door = await StartAsync(broken);
        var client = door.Rest();
        var done = 0;

        for (var call = 0; call < 20; call++)
        {
            var answer = await client.PostAsync("/planning/v1/length", new ByteArrayContent([1]));
            done += answer.IsSuccessStatusCode ? 1 : 0;
        }

        Assert.True(broken.Posts > 0, "the broken replica was never asked");
        Assert.Equal(20, door.Backend.Posts + broken.Posts);
        Assert.Equal(done, door.Backend.Posts);
    }

    private static async Task<DoorHost> StartAsync(Backend broken)
    {
        await broken.StartAsync();
        return await DoorHost.StartAsync(
            ("ReverseProxy:Clusters:planning:Destinations:2:Address", broken.Address),
            // One after the other, and nobody is left out for having failed.
            ("ReverseProxy:Clusters:planning:LoadBalancingPolicy", "RoundRobin"),
            ("ReverseProxy:Clusters:planning:HealthCheck:Passive:Enabled", "false"));
    }
}
