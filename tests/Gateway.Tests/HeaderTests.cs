using System.Net;
using Grpc.Core;

namespace StudySuite.Gateway.Tests;

public sealed class HeaderTests
{
    [Fact]
    public async Task Headers_OnlyTheDoorMaySet_AreTakenAway()
    {
        await using var door = await DoorHost.StartAsync();
        var client = door.Rest();
        foreach (var name in new[]
                 {
                     "X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "Forwarded",
                     "X-Real-IP", "X-Original-URL", "X-StudySuite-Caller", "X-HTTP-Method-Override",
                 })
        {
            client.DefaultRequestHeaders.Add(name, "forged");
        }

        client.DefaultRequestHeaders.Add("X-Mine", "kept");
        var seen = (await client.SeenAsync())!.Headers;

        Assert.DoesNotContain("forged", seen.Values);
        Assert.Equal("127.0.0.1", seen["x-forwarded-for"]);
        Assert.Equal("http", seen["x-forwarded-proto"]);
        Assert.Equal("kept", seen["x-mine"]);
    }

    [Fact]
    public async Task ForwardedFor_FromATrustedProxy_IsBelieved()
    {
        await using var door = await DoorHost.StartAsync(("Gateway:TrustedProxies:0", "127.0.0.0/8"));
        var client = door.Rest();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var seen = (await client.SeenAsync())!.Headers;

        Assert.Equal("203.0.113.7", seen["x-forwarded-for"]);
        Assert.Equal("https", seen["x-forwarded-proto"]);
    }

    [Fact]
    public async Task RequestId_WellFormed_IsKeptAllTheWay()
    {
        await using var door = await DoorHost.StartAsync();
        var client = door.Rest();
        client.DefaultRequestHeaders.Add("x-request-id", "mobile-2023.12_20");

        var answer = await client.GetAsync("/planning/v1/seen");

        Assert.Equal("mobile-2023.12_20", Assert.Single(answer.Headers.GetValues("x-request-id")));
        Assert.Equal("mobile-2023.12_20", (await client.SeenAsync())!.Headers["x-request-id"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("has spaces in it")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task RequestId_AbsentOrMalformed_IsMade(string? given)
    {
        await using var door = await DoorHost.StartAsync();
        var client = door.Rest();
        if (given is not null)
        {
            client.DefaultRequestHeaders.Add("x-request-id", given);
        }

        var made = Assert.Single((await client.GetAsync("/planning/v1/seen")).Headers.GetValues("x-request-id"));

        Assert.Matches("^[0-9a-f]{32}$", made);
    }

    [Fact]
    public async Task RequestId_OfAGrpcCall_ReachesTheService()
    {
        await using var door = await DoorHost.StartAsync();

        var id = await door.Grpc().EchoAsync("x-request-id", new Metadata { { "x-request-id", "grpc-call-1" } });

        Assert.Equal("grpc-call-1", id);
    }

    [Fact]
    public async Task Answer_OfAService_CarriesSecurityHeadersAndNoServerName()
    {
        await using var door = await DoorHost.StartAsync();

        var answer = await door.Rest().GetAsync("/planning/v1/headers");

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.NotEqual("the-service-own", Assert.Single(answer.Headers.GetValues("x-request-id")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Answer_WithData_IsNotStored()
    {
        await using var door = await DoorHost.StartAsync();

        Assert.True((await door.Rest().GetAsync("/planning/v1/seen")).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Cors_WithoutAList_AllowsNoOrigin()
    {
        await using var door = await DoorHost.StartAsync();

        var answer = await PreflightAsync(door, "https://study.example.cn");

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cors_WithAList_AllowsThoseOnly()
    {
        await using var door = await DoorHost.StartAsync(("Gateway:CorsOrigins:0", "https://study.example.cn"));

        var listed = await PreflightAsync(door, "https://study.example.cn");
        var foreign = await PreflightAsync(door, "https://elsewhere.example.cn");
        var client = door.Rest(person: null);
        client.DefaultRequestHeaders.Add("Origin", "https://study.example.cn");
        var refused = await client.GetAsync("/planning/v1/seen");

        Assert.Equal(HttpStatusCode.NoContent, listed.StatusCode);
        Assert.Equal("https://study.example.cn", Assert.Single(listed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        // The page must be able to read why it was refused.
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("grpc-status", Assert.Single(refused.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PreflightAsync(DoorHost door, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/planning/v1/seen");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,x-grpc-web");
        return await door.Rest(person: null).SendAsync(request);
    }
}
