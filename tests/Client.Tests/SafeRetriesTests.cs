using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using StudySuite.Directory.V1;
using StudySuite.Notifications.V1;
using Status = Grpc.Core.Status;

namespace StudySuite.Client.Tests;

/// <summary>What is tried again, and what never is.</summary>
public sealed class SafeRetriesTests
{
    private static readonly RpcException Away = new(new Status(StatusCode.Unavailable, "away"));

    [Fact]
    public async Task Reading_WhileTheSuiteIsAway_IsTriedAgain()
    {
        var calls = new FlakyCalls(Away, Away);

        await new PersonService.PersonServiceClient(Over(calls)).ListPeopleAsync(new ListPeopleRequest());

        Assert.Equal(3, calls.Sent.Count);
    }

    [Fact]
    public async Task Writing_WithRoomForAnId_IsTriedAgainUnderOneId()
    {
        var calls = new FlakyCalls(Away);

        await new PersonService.PersonServiceClient(Over(calls)).CreatePersonAsync(new CreatePersonRequest());

        var ids = calls.Sent.Cast<CreatePersonRequest>().Select(request => request.RequestId).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
        Assert.True(Guid.TryParse(ids[0], out _));
    }

    [Fact]
    public async Task Writing_WithoutAnId_IsNotTriedAgain()
    {
        var calls = new FlakyCalls(Away);

        await Assert.ThrowsAsync<RpcException>(async () =>
            await new ChannelService.ChannelServiceClient(Over(calls)).EnableChannelAsync(new EnableChannelRequest()));

        Assert.Single(calls.Sent);
    }

    [Fact]
    public async Task Anything_ThatTheDoorHadTooManyOf_IsTriedAgain()
    {
        var calls = new FlakyCalls(Refused(StatusCode.ResourceExhausted, "RATE_LIMITED"));

        await new ChannelService.ChannelServiceClient(Over(calls)).EnableChannelAsync(new EnableChannelRequest());

        Assert.Equal(2, calls.Sent.Count);
    }

    [Fact]
    public async Task Refusal_IsNotTriedAgainAndHasItsReason()
    {
        var calls = new FlakyCalls(Refused(StatusCode.NotFound, "PERSON_NOT_FOUND"));

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new PersonService.PersonServiceClient(Over(calls)).GetPersonAsync(new GetPersonRequest()));

        Assert.Equal("PERSON_NOT_FOUND", error.Reason());
        Assert.Single(calls.Sent);
    }

    private static CallInvoker Over(FlakyCalls calls) => calls.Intercept(new SafeRetries(new SuiteClientOptions
    {
        Address = new Uri("http://127.0.0.1"), Tokens = new NoTokens(), FirstPause = TimeSpan.FromMilliseconds(1),
    }));

    private static RpcException Refused(StatusCode code, string reason) => new Google.Rpc.Status
    {
        Code = (int)code, Details = { Any.Pack(new ErrorInfo { Reason = reason }) },
    }.ToRpcException();

    private sealed class NoTokens : ITokenSource
    {
        public Task<string> TokenAsync(CancellationToken cancellationToken) => Task.FromResult("");
    }
}
