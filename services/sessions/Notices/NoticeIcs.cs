using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Notices;

/// <summary>The appointment as iCalendar (RFC 5545).</summary>
internal static class NoticeIcs
{
    public static string Write(StudySession session, int sequence, DateTimeOffset now, bool isCancelled = false)
    {
        var start = session.Scheme.StartTime.ToDateTime();
        var calendar = new Calendar
        {
            ProductId = "-//StudySuite//Sessions//ZH",
            Method = isCancelled ? CalendarMethods.Cancel : CalendarMethods.Request,
        };
        calendar.Events.Add(new CalendarEvent
        {
            // The same for every issue, or calendars would show the session twice.
            Uid = $"{session.Unit}.{session.Id}@studysuite",
            Sequence = sequence,
            DtStamp = new CalDateTime(now.UtcDateTime),
            DtStart = new CalDateTime(start),
            DtEnd = new CalDateTime(session.Scheme.EndTime?.ToDateTime() ?? start.AddHours(2)),
            Summary = $"理论学习中心组学习：{session.Topic}",
            Location = session.Scheme.Place,
            Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
