using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Database;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Directory.Identity;
using StudySuite.Directory.V1;

namespace StudySuite.Directory.People;

internal sealed partial class PersonService
{
    public override async Task<CreatePersonResponse> CreatePerson(CreatePersonRequest request, ServerCallContext context)
    {
        var asked = request.Person ?? new V1.Person();
        new Violations()
            .OptionalId("person_id", request.PersonId)
            .AddIf(request.PersonId == "me", "person_id", "ID_INVALID", ("value", "me"))
            .Text("person.display_name", asked.DisplayName, 40)
            .OptionalText("person.post", asked.Post, 100)
            .AddIf(!UserNamePattern().IsMatch(asked.UserName), "person.user_name", "USER_NAME_INVALID", ("value", asked.UserName))
            .AddIf(
                asked.MaskedPhone.Length > 0 && !MaskedPhonePattern().IsMatch(asked.MaskedPhone),
                "person.masked_phone", "PHONE_NOT_MASKED")
            .ThrowIfAny();

        var password = Passwords.NewOneTime();
        var person = new Person(
            ResourceName.NewId(request.PersonId), asked.UserName, asked.DisplayName, asked.Post, asked.MaskedPhone,
            new Account(passwords.HashOneTime(password), clock.GetUtcNow()));
        db.Add(person);
        try
        {
            await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("person", "user_name"))
        {
            throw PersonErrors.UserNameTaken(person.UserName);
        }
        catch (DbUpdateException error) when (error.IsUniqueViolation("person"))
        {
            throw PersonErrors.Exists(person.ResourceName);
        }

        return new CreatePersonResponse { Person = ToProto(person), OneTimePassword = password };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,39}$")]
    private static partial Regex UserNamePattern();

    [GeneratedRegex(@"^[0-9]{3}\*{4}[0-9]{4}$")]
    private static partial Regex MaskedPhonePattern();
}
