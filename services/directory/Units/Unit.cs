using StudySuite.Defaults.Database;
using StudySuite.Directory.V1;
using StudySuite.Events;

namespace StudySuite.Directory.Units;

/// <summary>A unit with a study group; its place in the tree is its path. How it was before is in its periods.</summary>
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

    /// <summary>Name and office telephone of who is spoken to about the unit's studies.</summary>
    public string Liaison { get; private set; } = "";

    /// <summary>First day of what is told here.</summary>
    public DateOnly Since { get; private set; } = UnitPeriod.Always;

    public DateOnly? ClosedOn { get; private set; }

    public static Unit Found(
        string code, Unit? parent, string displayName, UnitKind kind, UnitLevel level, int order, DateOnly? since = null)
    {
        var unit = new Unit
        {
            Code = code, DisplayName = displayName, Kind = kind, Level = level, Order = order, Since = since ?? UnitPeriod.Always,
        };
        unit.PlaceUnder(parent);
        return unit;
    }

    /// <summary>From that day on; what was before stays in the periods.</summary>
    public void ChangeOn(DateOnly day)
    {
        if (day < Since)
        {
            throw UnitErrors.ChangedLater(this);
        }

        Since = day;
    }

    public void Rename(string displayName) => DisplayName = displayName;

    public void PlaceAt(int order) => Order = order;

    public void Reach(string liaison) => Liaison = liaison;

    public void PlaceUnder(Unit? parent)
    {
        Parent = parent?.Code;
        Path = $"{parent?.Path ?? "/"}{Code}/";
        Depth = (parent?.Depth ?? 0) + 1;
        if (Path.Length > 800)
        {
            throw UnitErrors.TooDeep(Code);
        }
    }

    public void RequireOpen()
    {
        if (ClosedOn is not null)
        {
            throw UnitErrors.Closed(this);
        }
    }

    public void Close(DateOnly lastDay)
    {
        RequireOpen();
        if (lastDay < Since)
        {
            throw UnitErrors.ChangedLater(this);
        }

        ClosedOn = lastDay;
    }

    public UnitChanged ToEvent() => new(
        Code, DisplayName, Kind.ToString(), Level.ToString(), Parent, Path, Order, ClosedOn, NextVersion);
}
