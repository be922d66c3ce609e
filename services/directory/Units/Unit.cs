using StudySuite.Defaults.Database;
using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Units;

/// <summary>A unit with a study group; its place in the tree is its path.</summary>
internal sealed class Unit : Aggregate
{
    private Unit()
    {
    }

    public override string ResourceName => $"units/{Code}";

    public string Code { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    public UnitLevel Level { get; private set; }

    /// <summary>Code of the unit above; null for the root.</summary>
    public string? Parent { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>1 for the root, of which the database lets in only one.</summary>
    public int Depth { get; private set; }

    public int Order { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public static Unit Found(string code, Unit? parent, string displayName, UnitKind kind, UnitLevel level, int order) => new()
    {
        Code = code,
        DisplayName = displayName,
        Kind = kind,
        Level = level,
        Parent = parent?.Code,
        Path = $"{parent?.Path ?? "/"}{code}/",
        Depth = (parent?.Depth ?? 0) + 1,
        Order = order,
    };

    public void Rename(string displayName) => DisplayName = displayName;

    public void PlaceAt(int order) => Order = order;

    public UnitChanged ToEvent() => new(
        Code, DisplayName, Kind.ToString(), Level.ToString(), Parent, Path, Order, ClosedOn, NextVersion);
}
