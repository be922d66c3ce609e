using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.People;

/// <summary>What can go wrong with a person.</summary>
internal static class PersonErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("PERSON_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("PERSON_EXISTS", name);

    public static DomainError UserNameTaken(string userName) => DomainError.Exists("USER_NAME_TAKEN", userName);

    /// <summary>Who could set it could act as that administrator, and the three would check nobody any more.</summary>
    public static DomainError PasswordOfAdministrator(string name) =>
        DomainError.Denied("PASSWORD_OF_ADMINISTRATOR", ("resource", name));

    /// <summary>One's own is changed on the page, with the old one.</summary>
    public static DomainError PasswordOfOneself() => DomainError.Denied("PASSWORD_OF_ONESELF");

    public static DomainError StillServes(Person person) =>
        DomainError.Precondition("PERSON_STILL_SERVES", ("resource", person.ResourceName));

    public static DomainError Anonymised(Person person) =>
        DomainError.Precondition("PERSON_ANONYMISED", ("resource", person.ResourceName));

    public static DomainError AnonymiseOneself() => DomainError.Denied("ANONYMISE_ONESELF");
}
