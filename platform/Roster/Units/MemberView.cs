using StudySuite.Events;

namespace StudySuite.Roster;

/// <summary>A member of a unit's study group as a service knows it from directory's events.</summary>
public sealed class MemberView
{
    /// <summary>Resource name, <c>units/{unit}/members/{member}</c>.</summary>
    public required string Member { get; init; }

    public string Unit { get; private set; } = "";

    public string Person { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Post { get; private set; } = "";

    /// <summary>Leader, Deputy, Secretary or Member.</summary>
    public string Role { get; private set; } = "";

    /// <summary>Full, Invited or Attending; only Full counts for attendance.</summary>
    public string Kind { get; private set; } = "";

    public int Order { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public long Version { get; private set; } = -1;

    public bool IsFull => Kind == "Full";

    public void Apply(MembershipChanged changed)
    {
        if (changed.Version <= Version)
        {
            return;
        }

        (Unit, Person, Name, Post, Role) = (changed.Unit, changed.Person, changed.Name, changed.Post, changed.Role);
        (Kind, Order, From, To, Version) = (changed.Kind, changed.Order, changed.From, changed.To, changed.Version);
    }
}

public static class MemberViewQueries
{
    /// <summary>Members of the unit's group on that day, in the order of the member list.</summary>
    public static IQueryable<MemberView> OfUnitOn(this IQueryable<MemberView> members, string unit, DateOnly day) => members
        .Where(m => m.Unit == unit && m.From <= day && (m.To == null || m.To >= day))
        .OrderBy(m => m.Order).ThenBy(m => m.Member);
}
