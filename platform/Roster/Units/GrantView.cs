using StudySuite.Events;

namespace StudySuite.Roster;

/// <summary>A granted role as a service knows it, for finding who must be told. Who may do what is in the token.</summary>
public sealed class GrantView
{
    /// <summary>Resource name, <c>grants/{grant}</c>.</summary>
    public required string Grant { get; init; }

    public string Person { get; private set; } = "";

    public string Role { get; private set; } = "";

    /// <summary>Code of the unit at the top of the subtree.</summary>
    public string Unit { get; private set; } = "";

    public bool IsActive { get; private set; }

    public long Version { get; private set; } = -1;

    public void Apply(GrantChanged changed)
    {
        if (changed.Version <= Version)
        {
            return;
        }

        (Person, Role, Unit) = (changed.Person, changed.Role, changed.Unit);
        (IsActive, Version) = (changed.IsActive, changed.Version);
    }
}
