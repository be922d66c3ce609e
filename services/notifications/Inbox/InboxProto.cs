using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using StudySuite.Notifications.V1;

namespace StudySuite.Notifications.Inbox;

internal static class InboxProto
{
    public static InboxItem Of(InboxRow row, string person, CultureInfo culture) => new()
    {
        Name = InboxName.Of(person, row.Alert.Id),
        Kind = (InboxItemKind)row.Alert.Kind,
        Level = (AlertLevel)row.Alert.Level,
        Title = AlertTexts.Title(row.Alert, culture),
        Text = AlertTexts.Text(row, culture),
        Subject = row.Alert.Subject,
        Unit = row.Alert.Unit.Length > 0 ? $"units/{row.Alert.Unit}" : "",
        CreateTime = row.Alert.CreatedAt.ToTimestamp(),
        ReadTime = row.ReadAt?.ToTimestamp(),
        Repeats = row.Alert.Repeats,
    };
}
