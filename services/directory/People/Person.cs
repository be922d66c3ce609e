using StudySuite.Defaults.Database;
using StudySuite.Directory.Identity;

namespace StudySuite.Directory.People;

/// <summary>A person, with the least that the work needs to know (DOMAIN §10.5).</summary>
internal sealed class Person : Aggregate
{
    private Person()
    {
    }

    public Person(string id, string userName, string displayName, string post, string maskedPhone, Account account)
    {
        (Id, UserName, DisplayName) = (id, userName, displayName);
        (Post, MaskedPhone, Account) = (post, maskedPhone, account);
    }

    public override string ResourceName => $"people/{Id}";

    public string Id { get; private set; } = "";

    /// <summary>In lower case, so that the database's unique index is enough.</summary>
    public string UserName { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public string Post { get; private set; } = "";

    public string MaskedPhone { get; private set; } = "";

    public Account Account { get; private set; } = null!;

    public DateTimeOffset? AnonymisedAt { get; private set; }

    /// <summary>
    /// The person has left: what tells who it was goes, the row stays, because records that are kept point to it.
    /// </summary>
    public void Anonymise(DateTimeOffset now)
    {
        if (AnonymisedAt is not null)
        {
            throw PersonErrors.Anonymised(this);
        }

        (UserName, DisplayName, Post, MaskedPhone) = ($"left-{Guid.CreateVersion7():n}", "已离任人员", "", "");
        AnonymisedAt = now;
        Account.Close(now);
    }
}
