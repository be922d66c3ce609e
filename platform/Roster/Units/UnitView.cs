using StudySuite.Events;

namespace StudySuite.Roster;

/// <summary>A unit as a service knows it from directory's events, so that scope checks never call out.</summary>
public sealed class UnitView
{
    public required string Code { get; init; }

    public string Name { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Level { get; private set; } = "";

    public string? Parent { get; private set; }

    /// <summary>Codes from the root down, each between slashes; a subtree is a prefix.</summary>
    public string Path { get; private set; } = "";

    public int Order { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public long Version { get; private set; } = -1;

    /// <summary>Takes over the change unless a newer one is there already.</summary>
    public void Apply(UnitChanged changed)
    {
        if (changed.Version <= Version)
        {
            return;
        }

        (Name, Kind, Level, Parent) = (changed.Name, changed.Kind, changed.Level, changed.Parent);
        (Path, Order, ClosedOn, Version) = (changed.Path, changed.Order, changed.ClosedOn, changed.Version);
    }
}
