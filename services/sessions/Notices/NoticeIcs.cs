using System.Globalization;
using System.Text;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Notices;

/// <summary>The appointment as iCalendar (RFC 5545).</summary>
internal static class NoticeIcs
{
    private const string Instant = "yyyyMMdd'T'HHmmss'Z'";

    public static string Write(StudySession session, int sequence, DateTimeOffset now, bool isCancelled = false)
    {
        var start = session.Scheme.StartTime.ToDateTime();
        var end = session.Scheme.EndTime?.ToDateTime() ?? start.AddHours(2);
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//StudySuite//Sessions//ZH",
            isCancelled ? "METHOD:CANCEL" : "METHOD:REQUEST", "BEGIN:VEVENT",
            // The same for every issue, or calendars would show the session twice.
            $"UID:{session.Unit}.{session.Id}@studysuite",
            $"SEQUENCE:{sequence.ToString(CultureInfo.InvariantCulture)}",
            $"DTSTAMP:{now.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)}",
            $"DTSTART:{start.ToString(Instant, CultureInfo.InvariantCulture)}",
            $"DTEND:{end.ToString(Instant, CultureInfo.InvariantCulture)}",
            $"SUMMARY:{Escape($"理论学习中心组学习：{session.Topic}")}",
            $"LOCATION:{Escape(session.Scheme.Place)}",
            isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Fold(line) + "\r\n"));
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines are at most 75 bytes of UTF-8, and never broken inside a character.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
