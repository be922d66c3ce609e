using System.Net;
using StudySuite.Testing;

namespace StudySuite.Gateway.Tests;

/// <summary>Between the order to stop and the end: the load balancer in front is told, callers notice nothing.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task Stop_WithTimeToDrain_AnswersUntilEverybodyHasLeft()
    {
        await using var door = await DoorHost.StartAsync(("Listen:DrainSeconds", "3"));
        var client = door.Rest();
        Assert.NotNull(await client.SeenAsync());

        var stopping = door.StopAsync();
        await Wait.UntilAsync(
            async () => (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable, "not to be ready");
        using var answer = await client.GetAsync("/planning/v1/seen");
        var grpc = await door.Grpc().EchoAsync("学习");
        await stopping;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.ConnectionClose);
        Assert.Equal("学习", grpc);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/health/live"));
    }

    [Fact]
    public async Task Stop_WithoutTimeToDrain_IsQuick()
    {
        await using var door = await DoorHost.StartAsync();

        await door.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<HttpRequestException>(() => door.Rest().GetAsync("/health/live"));
    }
}
