using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Directory.V1;
using StudySuite.Events;
using Person = StudySuite.Directory.People.Person;

namespace StudySuite.Directory.Members;

/// <summary>A person's time in a unit's study group. What has ended stays as history and never changes again.</summary>
internal sealed class Member : Aggregate, IOwnedByUnit
{
    private Member()
    {
    }

    public override string ResourceName => $"units/{Unit}/members/{Id}";

    public string Unit { get; private set; } = "";

    public string Id { get; private set; } = "";

    /// <summary>Id of the person.</summary>
    public string Person { get; private set; } = "";

    public MemberRole Role { get; private set; }

    public MemberKind Kind { get; private set; }

    public int Order { get; private set; }

    public DateOnly FromDate { get; private set; }

    public DateOnly? ToDate { get; private set; }

    /// <summary>Open at its end: the database keeps leaders apart only while nobody can set an end beforehand.</summary>
    public static Member Join(
        string unit, string id, string person, MemberRole role, MemberKind kind, int order, DateOnly from) => new()
        {
            Unit = unit,
            Id = id,
            Person = person,
            Role = role,
            Kind = kind,
            Order = order,
            FromDate = from,
        };

    public void End(DateOnly lastDay)
    {
        if (ToDate is not null)
        {
            throw MemberErrors.Ended(this);
        }

        if (lastDay < FromDate)
        {
            throw MemberErrors.EndBeforeStart(this);
        }

        ToDate = lastDay;
    }

    public MembershipChanged ToEvent(Person person) => new(
        ResourceName, Unit, Person, person.DisplayName, person.Post, Role.ToString(), Kind.ToString(), Order,
        FromDate, ToDate, NextVersion);
}
