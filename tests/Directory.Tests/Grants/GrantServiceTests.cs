using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.Grants;

public class GrantServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private GrantService.GrantServiceClient Grants => new(directory.SecurityAdmin);

    [Fact]
    public async Task CreateGrant_ThenRevoke_IsAnnouncedBothTimes()
    {
        var grant = await Grants.CreateGrantAsync(await NewGrantAsync(GrantRole.Publicity, "units/xinxiang"));
        var revoked = await Grants.RevokeGrantAsync(new RevokeGrantRequest { Name = grant.Name, Etag = grant.Etag });

        Assert.NotNull(revoked.RevokeTime);
        await Refusal.AssertAsync("GRANT_REVOKED", Grants.RevokeGrantAsync(new RevokeGrantRequest { Name = grant.Name }));
        var sent = (await directory.Service.SentAsync<GrantChanged>()).Where(evt => evt.Grant == grant.Name).ToList();
        Assert.Equal([(true, 1L), (false, 2L)], sent.Select(evt => (evt.IsActive, evt.Version)));
    }

    [Fact]
    public async Task CreateGrant_SameAgain_IsRefused()
    {
        var request = await NewGrantAsync(GrantRole.Observer, "units/xinxiang");
        await Grants.CreateGrantAsync(request);
        await Refusal.AssertAsync("GRANT_EXISTS", Grants.CreateGrantAsync(request));
    }

    [Fact]
    public async Task CreateGrant_TwoAdministratorRolesForOnePerson_IsRefused()
    {
        var request = await NewGrantAsync(GrantRole.AuditAdmin, "");
        await Grants.CreateGrantAsync(request);
        request.Grant.Role = GrantRole.SystemAdmin;
        await Refusal.AssertAsync("ADMIN_ROLES_SEPARATE", Grants.CreateGrantAsync(request));
    }

    [Fact]
    public async Task CreateGrant_ToOneself_IsRefused() =>
        await Refusal.AssertAsync("GRANT_TO_ONESELF", Grants.CreateGrantAsync(new CreateGrantRequest
        {
            Grant = new Grant { Person = "people/security", Role = GrantRole.Publicity, Unit = "units/xinxiang" },
        }));

    [Fact]
    public async Task CreateGrant_OfficeRoleWithoutUnit_IsRefused() =>
        await Refusal.AssertAsync("FIELD_REQUIRED", Grants.CreateGrantAsync(await NewGrantAsync(GrantRole.Publicity, "")));

    [Fact]
    public async Task CreateGrant_BySecurityAdministratorOfAPart_ReachesNoFurther()
    {
        var part = new GrantService.GrantServiceClient(directory.As("p-part", "SecurityAdmin:/xinxiang/xinxiang-kegong/*"));
        await part.CreateGrantAsync(await NewGrantAsync(GrantRole.Observer, "units/xinxiang-kegong"));
        await Refusal.AssertAsync("UNIT_NOT_FOUND", part.CreateGrantAsync(await NewGrantAsync(GrantRole.Observer, "units/xinxiang")));
        await Refusal.AssertAsync("ROLE_MISSING", part.CreateGrantAsync(await NewGrantAsync(GrantRole.SystemAdmin, "")));
    }

    private async Task<CreateGrantRequest> NewGrantAsync(GrantRole role, string unit) => new()
    {
        Grant = new Grant { Person = (await directory.GivenPersonAsync()).Person.Name, Role = role, Unit = unit },
    };
}

/// <summary>A house of its own, because it may have no security administrator yet.</summary>
public sealed class FirstGrantTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    [Fact]
    public async Task CreateGrant_BySystemAdministrator_OnlyTheFirstSecurityAndAuditAdministrator()
    {
        var grants = new GrantService.GrantServiceClient(directory.SystemAdmin);
        await Refusal.AssertAsync("ROLE_MISSING", grants.CreateGrantAsync(await NewGrantAsync(GrantRole.Publicity)));
        await Refusal.AssertAsync("ROLE_MISSING", grants.CreateGrantAsync(await NewGrantAsync(GrantRole.SystemAdmin)));

        await grants.CreateGrantAsync(await NewGrantAsync(GrantRole.AuditAdmin));
        await grants.CreateGrantAsync(await NewGrantAsync(GrantRole.SecurityAdmin));

        await Refusal.AssertAsync("ROLE_MISSING", grants.CreateGrantAsync(await NewGrantAsync(GrantRole.SecurityAdmin)));
    }

    private async Task<CreateGrantRequest> NewGrantAsync(GrantRole role) => new()
    {
        Grant = new Grant { Person = (await directory.GivenPersonAsync()).Person.Name, Role = role, Unit = "units/xinxiang" },
    };
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class GrantServiceOnServersTests(DirectoryOnServers servers) : GrantServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
