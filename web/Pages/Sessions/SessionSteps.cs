using StudySuite.Sessions.V1;

namespace StudySuite.Web.Pages.Sessions;

/// <summary>The five steps of a session and how far each state has come.</summary>
internal static class SessionSteps
{
    public static readonly string[] Names = ["方案", "通知", "学习与考勤", "记录", "完成归档"];

    /// <returns>How many steps are done; five when it is archived.</returns>
    public static int Done(SessionState state) => state switch
    {
        SessionState.SchemeApproved => 1,
        SessionState.Notified => 2,
        SessionState.Held => 3,
        SessionState.Recorded or SessionState.Complete => 4,
        SessionState.Archived => 5,
        _ => 0,
    };
}
