using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.People;

public class PersonServiceTests(DirectoryHost directory) : IClassFixture<DirectoryHost>
{
    private PersonService.PersonServiceClient People => new(directory.SystemAdmin);

    [Fact]
    public async Task CreatePerson_AnswersTheOneTimePasswordOnce()
    {
        var request = new CreatePersonRequest
        {
            Person = new Person { DisplayName = "李四", UserName = "lisi", MaskedPhone = "138****5678" },
            RequestId = "create-lisi-1",
        };

        var first = await People.CreatePersonAsync(request);
        var repeat = await People.CreatePersonAsync(request);

        Assert.Matches("^(\\w{4}-){3}\\w{4}$", first.OneTimePassword);
        Assert.True(first.Person.MustChangePassword);
        Assert.Equal(first.Person, repeat.Person);
        Assert.Equal("", repeat.OneTimePassword);
    }

    [Fact]
    public async Task CreatePerson_FullPhoneOrBadUserName_IsRefused()
    {
        var reasons = await Refusal.OfAsync(People.CreatePersonAsync(new CreatePersonRequest
        {
            Person = new Person { DisplayName = "王五", UserName = "Wang Wu", MaskedPhone = "13812345678" },
        }));
        Assert.Equal(["INVALID_REQUEST", "USER_NAME_INVALID", "PHONE_NOT_MASKED"], reasons);
    }

    [Fact]
    public async Task CreatePerson_TakenUserName_IsRefused()
    {
        var taken = (await directory.GivenPersonAsync()).Person;
        await Refusal.AssertAsync("USER_NAME_TAKEN", People.CreatePersonAsync(new CreatePersonRequest
        {
            Person = new Person { DisplayName = "赵六", UserName = taken.UserName },
        }));
    }

    [Fact]
    public async Task GetPerson_OneselfOrByAdministrator_OnlyThen()
    {
        var name = (await directory.GivenPersonAsync()).Person.Name;
        var request = new GetPersonRequest { Name = name };

        var self = new PersonService.PersonServiceClient(directory.As(name["people/".Length..]));
        Assert.Equal(name, (await self.GetPersonAsync(new GetPersonRequest { Name = "people/me" })).Name);
        Assert.Equal(name, (await People.GetPersonAsync(request)).Name);
        await Refusal.AssertAsync(
            "PERSON_NOT_FOUND", new PersonService.PersonServiceClient(directory.Publicity).GetPersonAsync(request));
    }

    [Fact]
    public async Task ResetPassword_OfAnAdministratorWhoHasLoggedIn_IsForTheSecurityAdministrator()
    {
        var person = (await directory.GivenPersonAsync()).Person.Name;
        await new GrantService.GrantServiceClient(directory.SecurityAdmin).CreateGrantAsync(
            new CreateGrantRequest { Grant = new Grant { Person = person, Role = GrantRole.AuditAdmin } });
        var request = new ResetPasswordRequest { Name = person };

        Assert.NotEmpty((await People.ResetPasswordAsync(request)).OneTimePassword);
        await directory.Service.WithDbAsync(async db =>
            (await db.Accounts.FindAsync(person["people/".Length..]))!.Change("x", directory.Service.Clock.GetUtcNow()));
        await Refusal.AssertAsync("PASSWORD_OF_ADMINISTRATOR", People.ResetPasswordAsync(request));

        var security = new PersonService.PersonServiceClient(directory.SecurityAdmin);
        Assert.NotEmpty((await security.ResetPasswordAsync(request)).OneTimePassword);
        // Others are told: who resets a password could log in with the next one.
        Assert.Equal(
            [("Password", "admin"), ("Password", "security")],
            (await directory.Service.SentAsync<CredentialReset>()).Where(reset => reset.Subject == person).Select(reset => (reset.Credential, reset.By)));
        await Refusal.AssertAsync("PASSWORD_OF_ONESELF", People.ResetPasswordAsync(new ResetPasswordRequest { Name = "people/admin" }));
    }
}

/// <summary>The same on PostgreSQL and RabbitMQ.</summary>
[Trait("Needs", "Servers")]
public sealed class PersonServiceOnServersTests(DirectoryOnServers servers) : PersonServiceTests(servers.Directory), IClassFixture<DirectoryOnServers>;
