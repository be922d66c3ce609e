using StudySuite.Sessions.V1;
using StudySuite.Web.Parts;

namespace StudySuite.Web.Pages.Home;

/// <summary>The part of the start page that one role needs. It asks the services what waits, all at once.</summary>
public abstract class Desk : Screen
{
    protected const int Most = 200;

    /// <summary>What a session needs next from the secretary.</summary>
    internal string NextOf(Session session) => session.State switch
    {
        SessionState.Planned or SessionState.Postponed => T["拟定方案"],
        SessionState.SchemeSubmitted => T["等待组长审定方案"],
        SessionState.SchemeApproved => T["发出通知"],
        SessionState.Notified => T["登记考勤并确认已举行"],
        SessionState.Held => T["填写记录"],
        SessionState.Recorded => T["补齐七有"],
        SessionState.Complete => T["归档"],
        _ => "",
    };

    internal static Waiting Line(Session session, string next) =>
        new($"{session.Topic} — {next}", "/" + session.Name, session.PlannedOn);
}
