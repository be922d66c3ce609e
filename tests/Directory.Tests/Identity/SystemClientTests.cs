using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.Tests.Identity;

public class SystemClientTests(SignInFixture directory) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task SystemClient_CreatedAndGranted_CallsByItselfUntilItIsDisabled()
    {
        var created = await CreateAsync("oa", directory.Headers);
        var security = await directory.SecurityHeadersAsync();
        await Refusal.AssertAsync("ROLE_MISSING", directory.Raw(invoker => Clients(invoker).SetSystemClientRolesAsync(
            Roles("oa", GrantRole.Publicity), directory.Headers)));
        Assert.Contains("SYSTEM_CLIENT_ADMINISTERS", await Refusal.OfAsync(directory.Raw(
            invoker => Clients(invoker).SetSystemClientRolesAsync(Roles("oa", GrantRole.SystemAdmin), security))));
        await directory.Call(invoker => Clients(invoker).SetSystemClientRolesAsync(Roles("oa", GrantRole.Publicity), security));

        using var browser = directory.Host.Browser();
        var answer = await browser.ClientCredentialsAsync("oa", created.Secret);
        var token = new JsonWebToken(answer.GetProperty("access_token").GetString());
        Assert.Equal(("client.oa", "Publicity:/xinxiang/*"), (token.Subject, token.GetClaim("grants").Value));
        Assert.False(answer.TryGetProperty("refresh_token", out _));
        var unit = await directory.Call(invoker => new UnitService.UnitServiceClient(invoker).GetUnitAsync(
            new GetUnitRequest { Name = "units/xinxiang" }, SignInFixture.HeadersOf(answer)));
        Assert.Equal("新乡县委", unit.DisplayName);

        var renewed = (await directory.Call(invoker => Clients(invoker).ResetSystemClientSecretAsync(
            new ResetSystemClientSecretRequest { Name = "systemClients/oa" }, directory.Headers))).Secret;
        Assert.Equal("invalid_client", (await browser.ClientCredentialsAsync("oa", created.Secret)).GetProperty("error").GetString());
        Assert.True((await browser.ClientCredentialsAsync("oa", renewed)).TryGetProperty("access_token", out _));

        await directory.Call(invoker => Clients(invoker).DisableSystemClientAsync(
            new DisableSystemClientRequest { Name = "systemClients/oa" }, security));
        Assert.Equal("invalid_grant", (await browser.ClientCredentialsAsync("oa", renewed)).GetProperty("error").GetString());
        await Refusal.AssertAsync("SYSTEM_CLIENT_DISABLED", directory.Raw(
            invoker => Clients(invoker).SetSystemClientRolesAsync(Roles("oa", GrantRole.Publicity), security)));
        var listed = await directory.Call(invoker => Clients(invoker).ListSystemClientsAsync(new ListSystemClientsRequest(), security));
        Assert.True(listed.SystemClients.Single(client => client.Name == "systemClients/oa").Disabled);
    }

    [Fact]
    public async Task CreateSystemClient_TakenOrReservedId_IsRefusedAndARepeatTellsNoSecret()
    {
        var request = new CreateSystemClientRequest
        {
            SystemClientId = "twice", SystemClient = new SystemClient { DisplayName = "两次" }, RequestId = "create-twice-1",
        };
        var first = await directory.Call(invoker => Clients(invoker).CreateSystemClientAsync(request, directory.Headers));
        var repeat = await directory.Call(invoker => Clients(invoker).CreateSystemClientAsync(request, directory.Headers));
        Assert.Equal(("systemClients/twice", ""), (repeat.SystemClient.Name, repeat.Secret));
        Assert.NotEmpty(first.Secret);

        foreach (var taken in new[] { "twice", "web", "demo" })
        {
            await Refusal.AssertAsync("SYSTEM_CLIENT_EXISTS", directory.Raw(invoker => Clients(invoker).CreateSystemClientAsync(
                new CreateSystemClientRequest { SystemClientId = taken, SystemClient = new SystemClient { DisplayName = "又" } }, directory.Headers)));
        }
    }

    private Task<CreateSystemClientResponse> CreateAsync(string id, Metadata headers) => directory.Call(
        invoker => Clients(invoker).CreateSystemClientAsync(
            new CreateSystemClientRequest { SystemClientId = id, SystemClient = new SystemClient { DisplayName = "公文系统" } }, headers));

    private static SetSystemClientRolesRequest Roles(string id, GrantRole role) => new()
    {
        Name = $"systemClients/{id}", Roles = { new SystemClientRole { Role = role, Unit = "units/xinxiang" } },
    };

    private static SystemClientService.SystemClientServiceClient Clients(CallInvoker invoker) => new(invoker);
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class SystemClientOnServersTests(SignInOnServers servers) : SystemClientTests(servers.Fixture), IClassFixture<SignInOnServers>;
