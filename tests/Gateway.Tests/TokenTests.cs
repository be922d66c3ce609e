using System.Net;
using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Testing;

namespace StudySuite.Gateway.Tests;

public sealed class TokenTests
{
    private static readonly string[] Grants = ["StudySecretary:/xinxiang/"];

    public static TheoryData<string, string?> BadTokens => new()
    {
        { "SIGN_IN_REQUIRED", null },
        { "TOKEN_INVALID", "not.a.token" },
        { "TOKEN_INVALID", TestTokens.Create("p-zhang", Grants, new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }) },
        { "TOKEN_INVALID", TestTokens.Create("p-zhang", Grants, new RsaSecurityKey(RSA.Create(2048)) { KeyId = "unknown" }) },
        { "TOKEN_EXPIRED", TestTokens.Create("p-zhang", Grants, minutes: -5) },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Rest_WithoutAGoodToken_Is401WithAReason(string reason, string? token)
    {
        await using var door = await DoorHost.StartAsync();

        var answer = await door.RestWith(token).GetAsync("/planning/v1/seen");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(reason, await answer.ReasonAsync());
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Grpc_WithoutAGoodToken_IsUnauthenticatedWithAReason(string reason, string? token)
    {
        await using var door = await DoorHost.StartAsync();

        var error = await Assert.ThrowsAsync<RpcException>(() => door.GrpcWith(token).EchoAsync("x"));

        Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        Assert.Equal(reason, error.Reason());
    }

    [Fact]
    public async Task Token_Good_IsPassedOnToTheService()
    {
        await using var door = await DoorHost.StartAsync();
        var token = DoorHost.Token("p-zhang");

        var seen = await door.RestWith(token).SeenAsync();

        Assert.Equal($"Bearer {token}", seen!.Headers["authorization"]);
    }

    [Fact]
    public async Task Token_WhileTheKeysCannotBeFetched_IsNotCalledInvalid()
    {
        await using var door = await DoorHost.StartAsync(new Backend());

        var answer = await door.Rest().GetAsync("/planning/v1/seen");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("SERVICE_UNAVAILABLE", await answer.ReasonAsync());
    }
}
