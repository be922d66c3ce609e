namespace StudySuite.Defaults.Access;

/// <summary>
/// A role on a unit. In a token it is one text: <c>Publicity:/xinxiang/*</c> for a unit and all below,
/// <c>StudySecretary:/xinxiang/</c> for the unit alone, <c>GroupLeader:/xinxiang/~zhang</c> for the deputy who acts for
/// the leader <c>people/zhang</c>.
/// </summary>
/// <param name="UnitPath">Codes from the root down, each between slashes.</param>
/// <param name="ActingFor">Id of the person for whom the holder acts; null for a role of one's own.</param>
public readonly record struct Grant(Role Role, string UnitPath, bool WithUnitsBelow, string? ActingFor = null)
{
    public bool Covers(string unitPath) => WithUnitsBelow
        ? unitPath.StartsWith(UnitPath, StringComparison.Ordinal)
        : unitPath == UnitPath;

    public override string ToString() =>
        $"{Role}:{UnitPath}{(WithUnitsBelow ? "*" : "")}{(ActingFor is null ? "" : $"~{ActingFor}")}";

    /// <summary>Null for a role that this build does not know: a newer directory must not break an older service.</summary>
    public static Grant? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Enum.TryParse<Role>(text[..colon], out var role))
        {
            return null;
        }

        var tilde = text.IndexOf('~', StringComparison.Ordinal);
        var path = text[(colon + 1)..(tilde < 0 ? text.Length : tilde)];
        var actingFor = tilde < 0 ? null : text[(tilde + 1)..];
        return path.EndsWith('*') ? new Grant(role, path[..^1], true, actingFor) : new Grant(role, path, false, actingFor);
    }
}
