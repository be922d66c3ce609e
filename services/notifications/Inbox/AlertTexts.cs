using System.Globalization;
using System.Resources;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Inbox;

/// <summary>What an alert says, from <c>Texts.resx</c>: dates, document numbers and names of units, nothing else.</summary>
internal static class AlertTexts
{
    private static readonly ResourceManager Texts = new("StudySuite.Notifications.Texts", typeof(AlertTexts).Assembly);

    public static string Title(Alert alert) => Texts.GetString($"{Key(alert)}.title", CultureInfo.InvariantCulture)!;

    public static string Text(InboxRow row) => Texts.GetString($"{Key(row.Alert)}.text", CultureInfo.InvariantCulture)!
        .Replace("{unit}", row.UnitName ?? row.Alert.Unit, StringComparison.Ordinal)
        .Replace("{number}", row.Alert.Number, StringComparison.Ordinal)
        .Replace("{day}", row.Alert.Day?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{time}", row.Alert.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string Key(Alert alert) => alert.Kind == AlertKind.RectificationDeadline
        ? $"{alert.Kind}.{alert.Level}"
        : alert.Kind.ToString();
}
