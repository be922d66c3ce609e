using System.ComponentModel.DataAnnotations;

namespace StudySuite.Notifications;

/// <summary>Section <c>Notifications</c>.</summary>
internal sealed class NotificationsOptions
{
    /// <summary>After how many seconds a watch of an inbox ends, so that the caller's token is asked for again.</summary>
    [Range(1, 3600)]
    public int WatchSeconds { get; set; } = 600;
}
