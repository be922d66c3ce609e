namespace StudySuite.Defaults.Access;

/// <summary>
/// A role on a unit. In a token it is one text: <c>Publicity:/xinxiang/*</c> for a unit and all below,
/// <c>StudySecretary:/xinxiang/</c> for the unit alone.
/// </summary>
/// <param name="UnitPath">Codes from the root down, each between slashes.</param>
public readonly record struct Grant(Role Role, string UnitPath, bool WithUnitsBelow)
{
    public bool Covers(string unitPath) => WithUnitsBelow
        ? unitPath.StartsWith(UnitPath, StringComparison.Ordinal)
        : unitPath == UnitPath;

    public override string ToString() => $"{Role}:{UnitPath}{(WithUnitsBelow ? "*" : "")}";

    /// <summary>Null for a role that this build does not know: a newer directory must not break an older service.</summary>
    public static Grant? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Enum.TryParse<Role>(text[..colon], out var role))
        {
            return null;
        }

        var path = text[(colon + 1)..];
        return path.EndsWith('*') ? new Grant(role, path[..^1], true) : new Grant(role, path, false);
    }
}
