using System.Text.Json.Serialization;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Notices;

/// <summary>The notice as it went out; kept with the session, because a later issue replaces it as a whole.</summary>
/// <param name="Sequence">SEQUENCE of the appointment; -1 before the first issue.</param>
/// <param name="First">What the first issue said; absent in notices of before this was kept.</param>
/// <param name="Changes">What differs from it, one sentence each.</param>
internal sealed record Notice(
    string Text, string Ics, int Sequence, DateOnly? IssuedOn, bool IsLate, string Rulebook,
    IReadOnlyList<Recipient> Recipients, NoticeFacts? First = null, IReadOnlyList<string>? Changes = null)
{
    public static readonly Notice None = new("", "", -1, null, false, "", []);

    [JsonIgnore]
    public bool IsIssued => Sequence >= 0;

    [JsonIgnore]
    public IReadOnlyList<string> Persons => [.. Recipients.Select(recipient => recipient.Person)];

    /// <summary>Takes the appointment out of the calendars that hold it.</summary>
    public Notice Cancelled(StudySession session, DateTimeOffset now) =>
        this with { Sequence = Sequence + 1, Ics = NoticeIcs.Write(session, Sequence + 1, now, isCancelled: true) };
}

internal sealed record Recipient(string Person, string Name);
