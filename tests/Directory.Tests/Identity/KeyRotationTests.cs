using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Defaults.Hosting;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.Identity;

public sealed class KeyRotationTests
{
    private static readonly (string, string)[] Quickly = [("Identity:KeyCheckSeconds", "1"), ("Identity:KeyLeadSeconds", "3")];

    [Fact]
    public async Task RotateKeys_WhilePeopleWork_IsNotNoticed()
    {
        await using var fixture = new SignInFixture();
        await fixture.StartAsync(Quickly);
        using var browser = await fixture.LoggedInAsync("worker");
        var before = await browser.ExchangeAsync(await browser.CodeAsync());
        var old = KidOf(before);
        Assert.Equal([old], await KidsAsync(fixture.Host));

        await RotateAsync(fixture.Host);
        await Wait.UntilAsync(async () => (await KidsAsync(fixture.Host)).Count == 2, "the new key to be shown");

        // Shown, but not signing yet; then it signs, and what the old one signed stays good.
        var tokens = before;
        await Wait.UntilAsync(
            async () =>
            {
                tokens = await browser.RefreshAsync(tokens);
                Assert.True(tokens.TryGetProperty("access_token", out _), tokens.ToString());
                return KidOf(tokens) != old;
            },
            "the new key to sign");
        Assert.Equal(KidOf(tokens), (await KidsAsync(fixture.Host))[0]);
        Assert.Contains(old, await KidsAsync(fixture.Host));
        Assert.Equal("people/worker", (await MeAsync(fixture.Host, before)).Name);
        await Wait.UntilAsync(async () => (await MeOrNullAsync(fixture.Host, tokens))?.Name == "people/worker", "the new key to be known");
        Assert.True((await browser.RefreshAsync(tokens)).TryGetProperty("access_token", out _));
    }

    [Fact]
    [Trait("Needs", "Servers")]
    public async Task RotateKeys_AtOneReplica_ReachesTheOther()
    {
        var database = await Postgres.CreateDatabaseAsync("directory");
        var broker = await RabbitMq.CreateVirtualHostAsync("directory");
        (string, string)[] settings =
        [
            .. Quickly, ("Database:Provider", "Postgres"), ("Database:Connection", database), ("Messaging:Transport", "RabbitMq"),
            ("Messaging:Host", broker.Host), ("Messaging:Port", $"{broker.Port}"), ("Messaging:VirtualHost", broker.VirtualHost),
            ("Messaging:User", broker.User), ("Messaging:Password", broker.Password), ("Auth:Issuer", "http://127.0.0.1/"),
        ];
        await using var one = await IdentityHost.StartAsync(settings);
        await using var other = await IdentityHost.StartAsync(settings);

        await RotateAsync(one);
        await Wait.UntilAsync(
            async () => (await KidsAsync(other)).Count == 2 && (await KidsAsync(one)).SequenceEqual(await KidsAsync(other)),
            "both replicas to show the new key");
    }

    private static async Task RotateAsync(IdentityHost host)
    {
        using var scope = host.Scope();
        var verb = scope.ServiceProvider.GetServices<ISuiteVerb>().Single(verb => verb.Name == "rotate-keys");
        Assert.Equal(0, await verb.RunAsync([], new StringWriter(), CancellationToken.None));
    }

    private static async Task<List<string>> KidsAsync(IdentityHost host)
    {
        using var http = new HttpClient();
        var document = JsonDocument.Parse(await http.GetStringAsync(new Uri(host.Web, ".well-known/jwks"))).RootElement;
        return [.. document.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static string KidOf(JsonElement tokens) => new JsonWebToken(tokens.GetProperty("access_token").GetString()).Kid;

    private static async Task<Person> MeAsync(IdentityHost host, JsonElement tokens)
    {
        using var channel = GrpcChannel.ForAddress(host.Grpc);
        return await new PersonService.PersonServiceClient(channel).GetPersonAsync(
            new GetPersonRequest { Name = "people/me" }, SignInFixture.HeadersOf(tokens));
    }

    private static async Task<Person?> MeOrNullAsync(IdentityHost host, JsonElement tokens)
    {
        try
        {
            return await MeAsync(host, tokens);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Unauthenticated)
        {
            return null;
        }
    }
}
