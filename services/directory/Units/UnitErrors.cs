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
}
