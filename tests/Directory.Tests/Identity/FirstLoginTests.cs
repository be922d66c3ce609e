using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Directory.V1;
using StudySuite.Testing;

namespace StudySuite.Directory.Tests.Identity;

public sealed class FirstLoginTests
{
    private const string Chosen = "Xinxiang#2023";

    [Fact]
    public async Task FirstLogin_OneTimePassword_OpensOnlyThePageToChangeIt()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.FirstLoginFile));
        }


        var login = await browser.LocationAsync(browser.AuthorizeUrl());
        Assert.StartsWith("/account/login?returnUrl=", login);
        var change = (await browser.LoginAsync(login, "admin", host.FirstPassword())).Headers.Location!.OriginalString;
        Assert.StartsWith("/account/password?returnUrl=", change);
        Assert.StartsWith("/account/password?", await browser.LocationAsync(browser.AuthorizeUrl()));

        var refused = await browser.ChangePasswordAsync(change, host.FirstPassword(), "short", "other");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(3, (await refused.Content.ReadAsStringAsync()).Split("<li>").Length - 1);

        var changed = await browser.ChangePasswordAsync(change, host.FirstPassword(), Chosen);
        Assert.StartsWith("/connect/authorize?", changed.Headers.Location!.OriginalString);
        Assert.False(File.Exists(host.FirstLoginFile));

        var tokens = await browser.ExchangeAsync(await browser.CodeAsync());
        Assert.InRange(tokens.GetProperty("expires_in").GetInt32(), 1, 900);
        var token = new JsonWebToken(tokens.GetProperty("access_token").GetString());
        Assert.Equal(
            ("at+jwt", "RS256", "admin", "系统管理员", host.Web.AbsoluteUri),
            (token.Typ, token.Alg, token.Subject, token.GetClaim("name").Value, token.Issuer));
        Assert.Equal(["studysuite"], token.Audiences);
        Assert.Equal(["SystemAdmin:/*"], token.Claims.Where(claim => claim.Type == "grants").Select(claim => claim.Value));
        Assert.DoesNotContain(token.Claims, claim => claim.Type == "stamp");

        // The platform's own check accepts it: keys fetched from .well-known/jwks, issuer, audience, type.
        using var channel = GrpcChannel.ForAddress(host.Grpc);
        var person = await new PersonService.PersonServiceClient(channel).GetPersonAsync(
            new GetPersonRequest { Name = "people/me" }, new Metadata { { "authorization", $"Bearer {token.EncodedToken}" } });
        Assert.Equal(("people/admin", false), (person.Name, person.MustChangePassword));
    }

    [Fact]
    public async Task FirstLogin_PasswordFromTheDeploymentsSecret_IsTakenAndNotWritten()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "from-the-secret-1\n");
        await using var host = await IdentityHost.StartAsync(("Identity:FirstPasswordFile", secret));
        using var browser = host.Browser();

        Assert.False(File.Exists(host.FirstLoginFile));
        var login = await browser.LocationAsync(browser.AuthorizeUrl());
        Assert.StartsWith(
            "/account/password?", (await browser.LoginAsync(login, "admin", "from-the-secret-1")).Headers.Location!.OriginalString);
        File.Delete(secret);
    }

    [Fact]
    [Trait("Needs", "Servers")]
    public async Task FirstStart_TwoReplicasAtOnce_MakeOneAdministratorAndShareKeysAndCookies()
    {
        var database = await Postgres.CreateDatabaseAsync("directory");
        var broker = await RabbitMq.CreateVirtualHostAsync("directory");
        (string, string)[] settings =
        [
            ("Database:Provider", "Postgres"), ("Database:Connection", database), ("Messaging:Transport", "RabbitMq"),
            ("Messaging:Host", broker.Host), ("Messaging:Port", $"{broker.Port}"), ("Messaging:VirtualHost", broker.VirtualHost),
            ("Messaging:User", broker.User), ("Messaging:Password", broker.Password), ("Auth:Issuer", "http://127.0.0.1/"),
        ];
        Assert.Equal(0, await IdentityHost.MigrateAsync(settings));
        var hosts = await Task.WhenAll(IdentityHost.StartAsync(settings), IdentityHost.StartAsync(settings));
        await using var first = hosts[0];
        await using var second = hosts[1];

        var winner = Assert.Single(hosts, host => File.Exists(host.FirstLoginFile));
        var other = hosts.Single(host => host != winner);
        using var browser = winner.Browser();
        await browser.LoginAsync("/account/login", "admin", winner.FirstPassword());
        await browser.ChangePasswordAsync("/account/password", winner.FirstPassword(), Chosen);
        var code = await browser.CodeAsync();

        // The cookie is bound to the host name, not to the port: the same browser at the other replica.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(other.Web, "/account").AbsoluteUri)).StatusCode);
        Assert.True((await browser.ExchangeAsync(code)).TryGetProperty("access_token", out _));
        Assert.Equal(await KeysAsync(winner), await KeysAsync(other));
    }

    private static async Task<string> KeysAsync(IdentityHost host)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(host.Web, ".well-known/jwks"));
    }
}
