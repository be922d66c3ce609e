using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace StudySuite.Gateway.Tests;

public sealed class ForwardingTests
{
    [Fact]
    public async Task Rest_OverHttp1_ReachesTheServiceOverHttp2()
    {
        await using var door = await DoorHost.StartAsync();

        var seen = await door.Rest().SeenAsync();

        Assert.Equal("HTTP/2", seen!.Protocol);
        Assert.Equal($"127.0.0.1:{door.HttpPort}", seen.Host);
    }

    [Fact]
    public async Task Rest_OverHttp2_ReachesTheService()
    {
        await using var door = await DoorHost.StartAsync();

        Assert.NotNull(await door.RestOverHttp2().SeenAsync());
    }

    [Fact]
    public async Task Grpc_Unary_ComesBackWithItsTrailers()
    {
        await using var door = await DoorHost.StartAsync();

        var call = door.Grpc().CreateCallInvoker().AsyncUnaryCall(
            Rpcs.Echo, null, default, new StringValue { Value = "学习" });

        Assert.Equal("学习", (await call).Value);
        Assert.Equal("here", call.GetTrailers().GetValue("x-echo-trailer"));
    }

    [Fact]
    public async Task Grpc_RefusalOfAService_KeepsItsStatus()
    {
        await using var door = await DoorHost.StartAsync();

        var error = await Assert.ThrowsAsync<RpcException>(async () => await door.Grpc().CreateCallInvoker().AsyncUnaryCall(
            Rpcs.Refuse, null, default, new StringValue { Value = "PLAN_NOT_DRAFT" }));

        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Equal("PLAN_NOT_DRAFT", error.Status.Detail);
    }

    [Fact]
    public async Task Grpc_LiveInboxWithoutNews_IsOpenAtOnce()
    {
        await using var door = await DoorHost.StartAsync();
        using var call = door.Grpc().CreateCallInvoker().AsyncServerStreamingCall(
            Rpcs.Watch, null, default, new StringValue());

        var headers = await call.ResponseHeadersAsync.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.DoesNotContain(headers, header => header.Key == "grpc-status");
    }

    [Fact]
    public async Task Grpc_Duplex_AnswersWhileTheClientStillTalks()
    {
        await using var door = await DoorHost.StartAsync();
        using var call = door.Grpc().CreateCallInvoker().AsyncDuplexStreamingCall(Rpcs.Talk, null, default);

        foreach (var word in new[] { "计划", "方案" })
        {
            await call.RequestStream.WriteAsync(new StringValue { Value = word });
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(word, call.ResponseStream.Current.Value);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task Page_OfDirectory_NeedsNoToken()
    {
        await using var door = await DoorHost.StartAsync();

        var answer = await door.Rest(person: null).GetAsync("/account/login");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("<p>log in</p>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Address_GivenBySetting_IsWhereTheCallGoes()
    {
        await using var other = new Backend("two");
        await other.StartAsync();
        await using var door = await DoorHost.StartAsync(
            ("ReverseProxy:Clusters:planning:Destinations:1:Address", other.Address));

        Assert.Equal("two", (await door.Rest().SeenAsync())!.Backend);
    }

    [Fact]
    public async Task UnknownPath_OfNoService_GoesToThePages()
    {
        await using var door = await DoorHost.StartAsync();

        Assert.Equal("a page", await door.Rest().GetStringAsync("/somewhere/else"));
    }

    [Fact]
    public async Task UnknownPath_ChangedByRest_IsRefusedWithAReason()
    {
        await using var door = await DoorHost.StartAsync();

        var answer = await door.Rest().PatchAsync("/nowhere", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("ROUTE_UNKNOWN", await answer.ReasonAsync());
    }

    [Fact]
    public async Task UnknownService_CalledByGrpc_IsUnimplemented()
    {
        await using var door = await DoorHost.StartAsync();

        var error = await Assert.ThrowsAsync<RpcException>(async () => await door.Grpc().CreateCallInvoker().AsyncUnaryCall(
            Rpcs.Nowhere, null, default, new StringValue()));

        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task Health_OfTheGateway_NeedsNoToken(string which)
    {
        await using var door = await DoorHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await door.Rest(person: null).GetAsync($"/health/{which}")).StatusCode);
    }

    [Fact]
    public async Task Body_LargerThanAllowed_IsRefusedWithAReason()
    {
        await using var door = await DoorHost.StartAsync(("Gateway:MaxBodyBytes", "100000"));

        var fits = await door.RestOverHttp2().PostAsync("/planning/v1/length", new ByteArrayContent(new byte[100_000]));
        var tooLarge = await door.RestOverHttp2().PostAsync("/planning/v1/length", new ByteArrayContent(new byte[100_001]));
        var tooLargeOnHttp1 = await door.Rest().PostAsync("/planning/v1/length", new ByteArrayContent(new byte[100_001]));

        Assert.Equal(100_000, (await fits.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("length").GetInt64());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("BODY_TOO_LARGE", await tooLarge.ReasonAsync());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLargeOnHttp1.StatusCode);
    }
}
