using static StudySuite.Sessions.V1.SessionForm;

namespace StudySuite.Sessions.StudySessions;

/// <summary>
/// What a session counts as. The county publishes 12 discussions, 2 reading classes and 4 discussions inside them
/// (2023): so the term of a reading class counts there only, its discussions in a column of their own, and what lies
/// inside it is no collective session of its own. A lecture counts as a lecture wherever it is given.
/// </summary>
internal sealed record SessionCounting(
    bool IsCollective, bool IsDiscussion, bool IsLecture, bool IsReadingClass, bool IsReadingClassDiscussion)
{
    public static SessionCounting Of(IReadOnlyCollection<V1.SessionForm> forms, bool isInReadingClass)
    {
        var isReadingClass = forms.Contains(ReadingClass) && !isInReadingClass;
        return new SessionCounting(
            IsCollective: !isInReadingClass && forms.Any(form => form != Research),
            IsDiscussion: forms.Contains(Discussion) && !isReadingClass && !isInReadingClass,
            IsLecture: forms.Contains(Lecture) && !isReadingClass,
            IsReadingClass: isReadingClass,
            IsReadingClassDiscussion: forms.Contains(Discussion) && isInReadingClass);
    }

    public V1.SessionCounting ToProto() => new()
    {
        IsCollective = IsCollective,
        IsDiscussion = IsDiscussion,
        IsLecture = IsLecture,
        IsReadingClass = IsReadingClass,
        IsReadingClassDiscussion = IsReadingClassDiscussion,
    };
}
