using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.Activities;

/// <summary>What can go wrong with an activity.</summary>
internal static class ActivityErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("ACTIVITY_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("ACTIVITY_EXISTS", name);

    public static DomainError NotYours() => DomainError.Denied("ACTIVITY_NOT_YOURS");

    public static DomainError NotPlanned(Activity activity) =>
        DomainError.Precondition("ACTIVITY_NOT_PLANNED", ("resource", activity.ResourceName));

    public static DomainError CommentsFull() => DomainError.Invalid("text", "ACTIVITY_COMMENTS_FULL");

    public static DomainError FilesFull(Activity activity) =>
        DomainError.Precondition("ACTIVITY_FILES_FULL", ("resource", activity.ResourceName));

    public static DomainError Withdrawn(Activity activity) =>
        DomainError.Precondition("ACTIVITY_WITHDRAWN", ("resource", activity.ResourceName));
}
