using StudySuite.Defaults.Access;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Subscriptions;

internal enum AlertRole
{
    SupervisionOffice = 1,
    Publicity,
    Leader,
    Secretary,
}

/// <summary>Alerts for holders of a role on a unit and all below.</summary>
/// <param name="Role">Null for any.</param>
/// <param name="Unit">Code of the unit at the top.</param>
/// <param name="Kinds">Empty for all.</param>
internal sealed record Subscription(AlertRole? Role, string Unit, IReadOnlyList<AlertKind> Kinds, AlertLevel? MinLevel)
{
    /// <param name="paths">Paths of the units that the audience names; one that is missing is not known yet.</param>
    /// <param name="top">Path of <see cref="Unit"/>.</param>
    public bool Fits(Alert alert, IReadOnlyDictionary<string, string> paths, string? top) =>
        top is not null
        && (Kinds.Count == 0 || Kinds.Contains(alert.Kind))
        && (MinLevel is not { } level || alert.Level >= level)
        && alert.Audiences.Any(audience => audience.RoleOnUnit is { } holder
            && (Role is null || Role == holder.Role)
            && paths.TryGetValue(holder.Unit, out var path) && path.StartsWith(top, StringComparison.Ordinal));

    /// <summary>The office role that lets a person follow these alerts; null for roles that are given by membership.</summary>
    public Role? OfficeRole => Role switch
    {
        AlertRole.SupervisionOffice => Defaults.Access.Role.SupervisionOffice,
        AlertRole.Publicity => Defaults.Access.Role.Publicity,
        _ => null,
    };
}
