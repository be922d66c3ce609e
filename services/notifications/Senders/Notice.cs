using System.Globalization;
using System.Text.RegularExpressions;
using StudySuite.Notifications.Channels;
using StudySuite.Notifications.Inbox;

namespace StudySuite.Notifications.Senders;

/// <summary>What goes out of an alert: no more than its inbox item says.</summary>
/// <param name="Id">Id of the delivery, the same at each try.</param>
/// <param name="Kind">In upper snake case, as in the contract; <c>TEST</c> for a sample.</param>
/// <param name="Subject">Resource name of what it is about.</param>
/// <param name="Link">Where to open it in the web client; empty when the address of that is not set.</param>
internal sealed partial record Notice(
    string Id, string Kind, string Level, string Title, string Text, string Subject, string Unit, string UnitName,
    string Number, DateOnly? Day, DateTimeOffset Time, string Link)
{
    public static Notice Of(string id, InboxRow row, Language language, string webAddress)
    {
        var culture = CultureOf(language);
        return new Notice(
            id, Upper(row.Alert.Kind.ToString()), Upper(row.Alert.Level.ToString()), AlertTexts.Title(row.Alert, culture),
            AlertTexts.Text(row, culture), row.Alert.Subject, row.Alert.Unit, row.UnitName ?? row.Alert.Unit, row.Alert.Number,
            row.Alert.Day, row.Alert.CreatedAt,
            webAddress.Length > 0 ? $"{webAddress.TrimEnd('/')}/{row.Alert.Subject}" : "");
    }

    public static Notice Sample(Language language)
    {
        var culture = CultureOf(language);
        return new Notice(
            Guid.CreateVersion7().ToString("n"), "TEST", "INFO", AlertTexts.Say("Test.title", culture),
            AlertTexts.Say("Test.text", culture), "channels/test", "", "", "", null, TimeProvider.System.GetUtcNow(), "");
    }

    /// <summary>For people: title, sentence, link.</summary>
    public string ToLines() => Link.Length > 0 ? $"{Title}\n{Text}\n{Link}" : $"{Title}\n{Text}";

    public static CultureInfo CultureOf(Language language) =>
        CultureInfo.GetCultureInfo(language == Language.English ? "en" : "zh");

    private static string Upper(string name) => WordBegin().Replace(name, "_$1").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex WordBegin();
}
