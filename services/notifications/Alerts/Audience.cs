namespace StudySuite.Notifications.Alerts;

/// <summary>Whom an alert is for: a person, or whoever holds a role on a unit.</summary>
internal sealed class Audience
{
    /// <summary>Id of the alert.</summary>
    public required string Alert { get; init; }

    public required string Holder { get; init; }

    public static string Person(string person) => $"people/{person}";

    public static string Secretary(string unit) => $"units/{unit}#secretary";

    public static string Leader(string unit) => $"units/{unit}#leader";

    /// <summary>The supervision offices that look after the unit.</summary>
    public static string SupervisionOffice(string unit) => $"units/{unit}#supervision-office";

    public static IEnumerable<string> SecretaryAndLeader(string unit) => [Secretary(unit), Leader(unit)];
}
