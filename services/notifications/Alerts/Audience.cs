using StudySuite.Notifications.Subscriptions;

namespace StudySuite.Notifications.Alerts;

/// <summary>Whom an alert is for: a person, or whoever holds a role on a unit.</summary>
internal sealed class Audience
{
    private static readonly Dictionary<string, AlertRole> Roles = new()
    {
        ["supervision-office"] = AlertRole.SupervisionOffice,
        ["publicity"] = AlertRole.Publicity,
        ["leader"] = AlertRole.Leader,
        ["secretary"] = AlertRole.Secretary,
    };

    /// <summary>Every publicity department, for what is about no unit.</summary>
    public const string AnyPublicity = "roles/publicity";

    /// <summary>Id of the alert.</summary>
    public required string Alert { get; init; }

    public required string Holder { get; init; }

    /// <summary>Null for a person, and for a role that is bound to no unit.</summary>
    public (string Unit, AlertRole Role)? RoleOnUnit
    {
        get
        {
            var mark = Holder.IndexOf('#', StringComparison.Ordinal);
            return mark > 0 ? (Holder["units/".Length..mark], Roles[Holder[(mark + 1)..]]) : null;
        }
    }

    public static string Person(string person) => $"people/{person}";

    public static string Secretary(string unit) => $"units/{unit}#secretary";

    public static string Leader(string unit) => $"units/{unit}#leader";

    /// <summary>The supervision offices that look after the unit.</summary>
    public static string SupervisionOffice(string unit) => $"units/{unit}#supervision-office";

    /// <summary>The publicity departments that look after the unit.</summary>
    public static string Publicity(string unit) => $"units/{unit}#publicity";

    /// <summary>Holders of the role, or of any role, on the unit.</summary>
    public static IEnumerable<string> HoldersOn(string unit, AlertRole? role) =>
        Roles.Where(known => role is null || known.Value == role).Select(known => $"units/{unit}#{known.Key}");

    public static IEnumerable<string> SecretaryAndLeader(string unit) => [Secretary(unit), Leader(unit)];
}
