using System.Net;
using System.Security.Cryptography;
using Google.Rpc;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests;

/// <summary>The service checks by itself, also when somebody comes past the gateway.</summary>
public sealed class ForgedTokenTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private static readonly RsaSecurityKey Foreign = new(RSA.Create(2048)) { KeyId = "test" };

    public static TheoryData<string> Tokens => new()
    {
        TestTokens.Create("admin", ["SystemAdmin:/*"], minutes: -5),
        TestTokens.Create("admin", ["SystemAdmin:/*"], Foreign),
        // Signed for somebody else, with another payload put in.
        Swap(TestTokens.Create("p-nobody", []), TestTokens.Create("admin", ["SystemAdmin:/*"], Foreign)),
        // {"alg":"none","typ":"at+jwt"}.{"sub":"admin"}.
        "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJhZG1pbiJ9.",
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task Call_WithAnExpiredOrForgedToken_IsUnauthenticated(string token)
    {
        var people = new PersonService.PersonServiceClient(directory.Service.ChannelWith(token));
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await people.ListPeopleAsync(new ListPeopleRequest()));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);

        using var http = directory.Service.HttpWith(token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("directory/v1/people")).StatusCode);
    }

    [Fact]
    public async Task Call_WhileTheKeysOfTokensCannotBeFetched_IsAskedToComeAgain()
    {
        await using var service = await ServiceHost<DirectoryDbContext>.StartAsync(
            Backing.Sqlite, ("Auth:JwksUri", $"http://127.0.0.1:{FreePort.Next()}/jwks"));
        var people = new PersonService.PersonServiceClient(service.Channel("SystemAdmin:/*"));

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await people.ListPeopleAsync(new ListPeopleRequest()));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("TOKEN_KEYS_MISSING", refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);

        using var http = service.Http("SystemAdmin:/*");
        var answer = await http.GetAsync("directory/v1/people");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task Call_DirectoryAwaySinceTheServiceStarted_IsAnsweredWithTheKeysOfTheStart()
    {
        var keys = new TokenKeys();
        await using var service = await ServiceHost<DirectoryDbContext>.StartAsync(
            Backing.Sqlite, ("Auth:JwksUri", keys.Address.ToString()));
        await Wait.UntilAsync(() => Task.FromResult(keys.Given > 0), "the service fetches the keys before anybody calls");
        keys.Dispose();

        using var http = service.Http("SystemAdmin:/*");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("directory/v1/people")).StatusCode);
    }

    private static string Swap(string signed, string payload) =>
        string.Join('.', signed.Split('.')[0], payload.Split('.')[1], signed.Split('.')[2]);
}
