using System.Text.Json;
using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Tests.People;

/// <summary>A person's data: given out, and taken out after they have left.</summary>
public abstract class LeavingTests(DirectoryHost directory)
{
    private PersonService.PersonServiceClient People => new(directory.SystemAdmin);

    [Fact]
    public async Task AnonymisePerson_AfterTheyLeft_TakesOutWhoItWasAndKeepsTheRecords()
    {
        var person = (await directory.GivenPersonAsync()).Person;
        var id = person.Name["people/".Length..];
        var members = new MemberService.MemberServiceClient(directory.SystemAdmin);
        var member = await members.CreateMemberAsync(new CreateMemberRequest
        {
            Parent = "units/xinxiang-kegong",
            Member = new Member { Person = person.Name, Role = MemberRole.Member, Kind = MemberKind.Full, FromDate = "2023-01-01" },
        });
        var request = new AnonymisePersonRequest { Name = person.Name };
        await Refusal.AssertAsync("PERSON_STILL_SERVES", People.AnonymisePersonAsync(request));
        await members.EndMemberAsync(new EndMemberRequest { Name = member.Name, ToDate = "2023-06-30" });

        using var own = directory.Service.HttpAs(id);
        var export = JsonDocument.Parse(await own.GetStringAsync("directory/v1/people/me:export")).RootElement;
        Assert.Equal("张三", export.GetProperty("displayName").GetString());
        Assert.Equal(1, export.GetProperty("memberships").GetArrayLength());
        Assert.NotEqual(0, export.GetProperty("audit").GetArrayLength());
        Assert.DoesNotContain("passwordHash", export.ToString());
        await Refusal.AssertAsync("PERSON_NOT_FOUND", new PersonService.PersonServiceClient(directory.As("p-other"))
            .ExportPersonAsync(new ExportPersonRequest { Name = person.Name }));

        var left = await People.AnonymisePersonAsync(request);

        Assert.NotNull(left.AnonymiseTime);
        Assert.DoesNotContain("张三", left.ToString());
        Assert.DoesNotContain(person.UserName, left.UserName);
        var told = (await directory.Service.SentAsync<MembershipChanged>()).Where(changed => changed.Person == id).ToList();
        Assert.Equal(("已离任人员", "", new DateOnly(2023, 6, 30)), (told[^1].Name, told[^1].Post, told[^1].To!.Value));
        Assert.True(told[^1].Version > told[^2].Version);
        var listed = await members.ListMembersAsync(new ListMembersRequest { Parent = "units/xinxiang-kegong", ShowEnded = true });
        Assert.Contains(listed.Members, row => row.Name == member.Name && row.DisplayName == "已离任人员");
        await Refusal.AssertAsync("PERSON_ANONYMISED", People.AnonymisePersonAsync(request));
        Assert.DoesNotContain("张三", (await People.ExportPersonAsync(new ExportPersonRequest { Name = person.Name })).Data.ToStringUtf8());
    }
}

public sealed class LeavingOnSqliteTests(DirectoryHost directory) : LeavingTests(directory), IClassFixture<DirectoryHost>;

[Trait("Needs", "Servers")]
public sealed class LeavingOnServersTests(DirectoryOnServers servers)
    : LeavingTests(servers.Directory), IClassFixture<DirectoryOnServers>;
