using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Units;

/// <summary>What can go wrong with a unit; a missing one is <see cref="CommonErrors.UnitNotFound"/>.</summary>
internal static class UnitErrors
{
    public static DomainError Exists(string code) => DomainError.Exists("UNIT_EXISTS", $"units/{code}");

    /// <summary>The tree has one root; every other unit names the one above it.</summary>
    public static DomainError RootExists() => DomainError.Exists("ROOT_EXISTS", "units");

    /// <summary>Paths are indexed, so the tree may not grow deeper than fits.</summary>
    public static DomainError TooDeep(string code) => DomainError.Precondition("UNIT_TOO_DEEP", ("resource", $"units/{code}"));

    /// <summary>History is written forwards only.</summary>
    public static DomainError ChangedLater(Unit unit) => DomainError.Precondition(
        "UNIT_CHANGED_LATER", ("resource", unit.ResourceName), ("since", unit.Since.ToString("yyyy-MM-dd", null)));

    public static DomainError Closed(Unit unit) => DomainError.Precondition("UNIT_CLOSED", ("resource", unit.ResourceName));

    /// <summary>The units below are moved or closed first.</summary>
    public static DomainError UnitsBelowOpen(Unit unit) =>
        DomainError.Precondition("UNITS_BELOW_OPEN", ("resource", unit.ResourceName));

    public static DomainError RootNotMovable(Unit unit) =>
        DomainError.Precondition("ROOT_NOT_MOVABLE", ("resource", unit.ResourceName));

    public static DomainError BelowItself(Unit unit) =>
        DomainError.Precondition("UNIT_BELOW_ITSELF", ("resource", unit.ResourceName));
}
