namespace StudySuite.Sessions.Rolls;

/// <summary>The mark of one person on one roll; the key keeps it one, however often and in parallel it is sent.</summary>
internal sealed class Attendance
{
    public string Unit { get; private set; } = "";

    public string Session { get; private set; } = "";

    public string Person { get; private set; } = "";

    public V1.AttendanceStatus Status { get; private set; }

    public string Remark { get; private set; } = "";

    public string MarkedBy { get; private set; } = "";

    public DateTimeOffset MarkedAt { get; private set; }
}

/// <summary>A mark that was replaced. Only ever added.</summary>
internal sealed class AttendanceChange
{
    public long Id { get; private set; }

    public string Unit { get; private set; } = "";

    public string Session { get; private set; } = "";

    public string Person { get; private set; } = "";

    public V1.AttendanceStatus Former { get; private set; }

    public V1.AttendanceStatus Status { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }
}

/// <summary>A mark to set.</summary>
/// <param name="At">When it was set on a device without a network; null for now.</param>
internal sealed record Mark(string Person, V1.AttendanceStatus Status, string Remark, DateTimeOffset? At = null)
{
    public bool Is(RollEntry entry) => entry.Status == Status && entry.Remark == Remark;
}
