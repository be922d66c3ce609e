using System.Net;
using Grpc.Core;

namespace StudySuite.Gateway.Tests;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Caller_OverTheLimit_Is429AndAnotherIsNotTouched()
    {
        await using var door = await StartAsync();
        var (greedy, modest) = (door.Rest("p-greedy"), door.Rest("p-modest"));

        var refused = await UntilRefusedAsync(greedy, "/planning/v1/seen");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("RATE_LIMITED", await refused.ReasonAsync());
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.NotNull(await modest.SeenAsync());
        var error = await UntilRefusedAsync(() => door.Grpc("p-greedy").EchoAsync("x"));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
        Assert.Equal("RATE_LIMITED", error.Reason());
    }

    [Fact]
    public async Task Address_OverTheLimitWithoutTokens_DoesNotTouchSignedInCallers()
    {
        await using var door = await StartAsync();

        var refused = await UntilRefusedAsync(door.Rest(person: null), "/account/login");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(await door.Rest().SeenAsync());
    }

    // One a second comes back, so with a burst of five a quick client meets the limit within a few calls.
    private static Task<DoorHost> StartAsync() => DoorHost.StartAsync(
        ("Gateway:CallerPerSecond", "1"), ("Gateway:CallerBurst", "5"),
        ("Gateway:AddressPerSecond", "1"), ("Gateway:AddressBurst", "5"));

    private static async Task<HttpResponseMessage> UntilRefusedAsync(HttpClient client, string path)
    {
        for (var call = 0; call < 200; call++)
        {
            var answer = await client.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Assert.True(call >= 5, "the burst must be allowed");
                return answer;
            }
        }

        throw new InvalidOperationException("never refused");
    }

    private static async Task<RpcException> UntilRefusedAsync(Func<Task> call)
    {
        for (var count = 0; count < 200; count++)
        {
            try
            {
                await call();
            }
            catch (RpcException error)
            {
                return error;
            }
        }

        throw new InvalidOperationException("never refused");
    }
}
