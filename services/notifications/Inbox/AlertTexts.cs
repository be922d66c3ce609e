using System.Globalization;
using System.Resources;
using Grpc.Core;
using StudySuite.Notifications.Alerts;

namespace StudySuite.Notifications.Inbox;

/// <summary>What an alert says, from <c>Texts.resx</c>: dates, document numbers and names of units, nothing else.</summary>
internal static class AlertTexts
{
    private static readonly ResourceManager Texts = new("StudySuite.Notifications.Texts", typeof(AlertTexts).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Say(string key, CultureInfo culture) => Texts.GetString(key, culture)!;

    public static string Title(Alert alert, CultureInfo culture) => Say($"{Key(alert)}.title", culture);

    public static string Text(InboxRow row, CultureInfo culture) => Say($"{Key(row.Alert)}.text", culture)
        .Replace("{unit}", row.UnitName ?? row.Alert.Unit, StringComparison.Ordinal)
        .Replace("{number}", row.Alert.Number, StringComparison.Ordinal)
        .Replace("{day}", row.Alert.Day?.ToString(DayFormat(culture), CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{time}", row.Alert.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string Key(Alert alert) =>
        AlertKinds.LevelsOf(alert.Kind).Count > 0 ? $"{alert.Kind}.{alert.Level}" : alert.Kind.ToString();

    /// <summary>Chinese, unless the call asks for English.</summary>
    public static CultureInfo CultureOf(ServerCallContext context) =>
        CultureOf(context.RequestHeaders.GetValue("accept-language"));

    public static CultureInfo CultureOf(string? accepted) =>
        accepted?.TrimStart().StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Chinese;

    private static string DayFormat(CultureInfo culture) => culture.Name == "en" ? "d MMMM yyyy" : "yyyy年M月d日";
}
