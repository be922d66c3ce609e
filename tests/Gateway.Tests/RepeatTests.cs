using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using StudySuite.Gateway.Proxy;
using StudySuite.Testing;

namespace StudySuite.Gateway.Tests;

/// <summary>
/// A call that a replica took in and broke off: reading is tried at another one, writing never. What no replica has
/// worked on is.
/// </summary>
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

    [Fact]
    public async Task Writing_WhileReplicasRestartInTurn_IsDoneOnceEach()
    {
        await using var other = new Backend("two");
        await using var door = await StartAsync(other);
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(_ => WriteAsync(door, end.Token)).ToList();

        for (var round = 0; round < 10; round++)
        {
            var replica = round % 2 == 0 ? other : door.Backend;
            var before = replica.Posts;
            await Wait.UntilAsync(() => Task.FromResult(replica.Posts > before + 50), "the replica to be at work");
            await replica.StopGentlyAsync();
            await replica.StartAsync();
        }

        await end.CancelAsync();
        var answers = (await Task.WhenAll(writers)).SelectMany(said => said).ToList();

        Assert.DoesNotContain(answers, answer => answer != HttpStatusCode.OK);
        Assert.Equal(answers.Count, door.Backend.Posts + other.Posts);
    }

    [Theory]
    [InlineData(KeptBody.Most)]
    [InlineData(KeptBody.Most + 1)]
    public async Task Writing_WhileOneReplicaIsGone_ArrivesWhole(int length)
    {
        await using var gone = new Backend("two");
        await using var door = await StartAsync(gone);
        await gone.StopAsync();
        var client = door.Rest();

        for (var call = 0; call < 6; call++)
        {
            var answer = await client.PostAsync("/planning/v1/length", new ByteArrayContent(new byte[length]));
            Assert.Equal(length, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("length").GetInt32());
        }
    }

    private static async Task<List<HttpStatusCode>> WriteAsync(DoorHost door, CancellationToken end)
    {
        var client = door.Rest();
        var answers = new List<HttpStatusCode>();
        while (!end.IsCancellationRequested)
        {
            using var answer = await client.PostAsync(
                "/planning/v1/length", new ByteArrayContent(new byte[500]), CancellationToken.None);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    private static async Task<DoorHost> StartAsync(Backend broken)
    {
        await broken.StartAsync();
        return await DoorHost.StartAsync(
            ("ReverseProxy:Clusters:planning:Destinations:2:Address", broken.Address),
            // One after the other, and nobody is left out for having failed.
            ("ReverseProxy:Clusters:planning:LoadBalancingPolicy", "RoundRobin"),
            ("ReverseProxy:Clusters:planning:HealthCheck:Passive:Enabled", "false"),
            ("Gateway:CallerPerSecond", "1000000"),
            ("Gateway:CallerBurst", "1000000"));
    }
}
