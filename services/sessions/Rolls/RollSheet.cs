using StudySuite.Events;
using StudySuite.Sessions.StudySessions;
using static StudySuite.Sessions.V1.AttendanceStatus;

namespace StudySuite.Sessions.Rolls;

/// <summary>A member of the day with the mark, unspecified when there is none.</summary>
internal sealed record RollEntry(
    string Person, string Name, string Post, bool IsFull, V1.AttendanceStatus Status, string Remark,
    DateTimeOffset? MarkedAt)
{
    public bool IsMissing => IsFull && Status is (Leave or OfficialDuty or Absent);
}

/// <summary>A roll with its members and their marks; see <see cref="RollBook"/> for how far they are of one moment.</summary>
internal sealed record RollSheet(
    SessionName Session, DateOnly HeldOn, long Version, bool IsClosed, IReadOnlyList<RollEntry> Entries)
{
    /// <summary>The same with these marks set.</summary>
    public RollSheet With(IEnumerable<Mark> marks)
    {
        var byPerson = marks.ToDictionary(mark => mark.Person);
        return this with
        {
            Entries = [.. Entries.Select(entry => byPerson.TryGetValue(entry.Person, out var mark)
                ? entry with { Status = mark.Status, Remark = mark.Remark }
                : entry)],
        };
    }

    public V1.RollTotals Totals()
    {
        var full = Entries.Where(entry => entry.IsFull).ToList();
        return new V1.RollTotals
        {
            Expected = full.Count,
            Present = full.Count(entry => entry.Status is Present or Late),
            OnLeave = full.Count(entry => entry.Status is Leave or OfficialDuty),
            Absent = full.Count(entry => entry.Status == Absent),
            Unmarked = full.Count(entry => entry.Status == Unspecified),
            Attending = Entries.Count(entry => !entry.IsFull && entry.Status is (Present or Late or Attending)),
        };
    }

    /// <param name="version">Version of the roll after the change.</param>
    public AttendanceRecorded ToEvent(long version, bool isClosed)
    {
        var totals = Totals();
        return new AttendanceRecorded(
            Session.ToString(), Session.Unit, HeldOn, totals.Expected, totals.Present, totals.OnLeave, totals.Absent,
            version, totals.Attending, isClosed);
    }
}
