using System.Net;
using Grpc.Core;
using StudySuite.Testing;

namespace StudySuite.Gateway.Tests;

public sealed class OutageTests
{
    [Fact]
    public async Task Service_WhileDown_Is503AndAnswersAgainWhenBack()
    {
        await using var door = await DoorHost.StartAsync();
        Assert.NotNull(await door.Rest().SeenAsync());
        await door.Backend.StopAsync();

        var rest = await door.Rest().GetAsync("/planning/v1/seen");
        var grpc = await Assert.ThrowsAsync<RpcException>(() => door.Grpc().EchoAsync("x"));
        await door.Backend.StartAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, rest.StatusCode);
        Assert.Equal("SERVICE_UNAVAILABLE", await rest.ReasonAsync());
        Assert.Equal(StatusCode.Unavailable, grpc.StatusCode);
        Assert.Equal("SERVICE_UNAVAILABLE", grpc.Reason());
        await Wait.UntilAsync(
            async () => (await door.Rest().GetAsync("/planning/v1/seen")).IsSuccessStatusCode, "the service to answer again");
        Assert.Equal("x", await door.Grpc().EchoAsync("x"));
    }

    [Fact]
    public async Task Replica_ThatStopped_CostsNoCall()
    {
        await using var other = new Backend("two");
        await other.StartAsync();
        await using var door = await DoorHost.StartAsync(
            ("ReverseProxy:Clusters:planning:Destinations:2:Address", other.Address));
        await other.StopAsync();

        for (var call = 0; call < 20; call++)
        {
            Assert.Equal("one", (await door.Rest().SeenAsync())!.Backend);
            Assert.Equal("学习", await door.Grpc().EchoAsync("学习"));
        }
    }

    [Fact]
    public async Task Replica_ThatIsNotReady_GetsNoCalls()
    {
        await using var other = new Backend("two") { IsReady = false };
        await other.StartAsync();
        await using var door = await DoorHost.StartAsync(
            ("ReverseProxy:Clusters:planning:Destinations:2:Address", other.Address),
            ("ReverseProxy:Clusters:planning:HealthCheck:Active:Enabled", "true"),
            ("ReverseProxy:Clusters:planning:HealthCheck:Active:Interval", "00:00:00.100"),
            ("ReverseProxy:Clusters:planning:HealthCheck:Active:Path", "/health/ready"));
        var client = door.Rest();

        await Wait.UntilAsync(
            async () =>
            {
                for (var call = 0; call < 20; call++)
                {
                    if ((await client.SeenAsync())!.Backend == "two")
                    {
                        return false;
                    }
                }

                return true;
            },
            "calls to go to the ready replica only");
    }

    [Fact]
    public async Task Name_ThatNobodyKnows_LeavesTheOthersServed()
    {
        await using var door = await DoorHost.StartAsync(
            ("Gateway:ResolveEvery", "00:00:01"),
            ("ReverseProxy:Clusters:bulletin:Destinations:1:Address", "http://nowhere.invalid:8081"));

        Assert.Equal("one", (await door.Rest().SeenAsync())!.Backend);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await door.Rest().GetAsync("/bulletin/v1/indicators")).StatusCode);
    }
}
