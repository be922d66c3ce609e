using System.Text.Json;
using Grpc.Core;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.Identity;

/// <summary>
/// A role that was taken away opens nothing once the token that carries it has run out. Services check tokens by the
/// machine's clock, so directory's is set back while it issues one whose time is to be over. A house of its own.
/// </summary>
public abstract class RemovedRoleTests(SignInFixture directory)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(31);

    [Fact]
    public async Task Token_OfARemovedRole_OpensNothingAfterItsLifetime()
    {
        var security = await directory.SecurityHeadersAsync();
        directory.Host.Clock.Advance(-(Lifetime + Skew));
        using var browser = await directory.LoggedInAsync("removed-role");
        var grant = await directory.Call(invoker => new GrantService.GrantServiceClient(invoker).CreateGrantAsync(
            new CreateGrantRequest { Grant = new Grant { Person = "people/removed-role", Role = GrantRole.Publicity, Unit = "units/xinxiang" } },
            security));
        var first = await browser.ExchangeAsync(await browser.CodeAsync());
        directory.Host.Clock.Advance(Lifetime + Skew);

        // While the role holds, a client refreshes and goes on.
        var second = await browser.RefreshAsync(first);
        Assert.InRange(second.GetProperty("expires_in").GetInt32(), 1, (int)Lifetime.TotalSeconds);
        Assert.NotEmpty((await CreateAsync(second, "r-1")).Name);
        await directory.Call(invoker => new GrantService.GrantServiceClient(invoker).RevokeGrantAsync(
            new RevokeGrantRequest { Name = grant.Name }, security));

        var late = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(first, "r-2"));
        Assert.Equal(StatusCode.Unauthenticated, late.StatusCode);
        var refreshed = await browser.RefreshAsync(second);
        var without = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(refreshed, "r-3"));
        Assert.Equal(StatusCode.PermissionDenied, without.StatusCode);
    }

    private Task<Regulation> CreateAsync(JsonElement tokens, string id) => directory.Call(invoker =>
        new RegulationService.RegulationServiceClient(invoker).CreateRegulationAsync(
            new CreateRegulationRequest
            {
                RegulationId = id,
                Regulation = new Regulation
                {
                    Title = "学习规则", Issuer = "中共中央办公厅", IssuedOn = "2017-01-30", Level = RegulationLevel.Central, Status = RegulationStatus.InForce,
                },
            },
            SignInFixture.HeadersOf(tokens)));
}

public sealed class RemovedRoleOnSqliteTests(SignInFixture directory) : RemovedRoleTests(directory), IClassFixture<SignInFixture>;

[Trait("Needs", "Servers")]
public sealed class RemovedRoleOnServersTests(SignInOnServers directory)
    : RemovedRoleTests(directory.Fixture), IClassFixture<SignInOnServers>;
