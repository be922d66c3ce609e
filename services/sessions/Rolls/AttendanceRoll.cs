using StudySuite.Defaults.Access;
using StudySuite.Defaults.Database;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Rolls;

/// <summary>The roll of a held session. Its row is the lock under which marks, closing and archiving take turns.</summary>
internal sealed class AttendanceRoll : Aggregate, IOwnedByUnit
{
    public AttendanceRoll(string unit, string session, DateOnly heldOn) =>
        (Unit, Session, HeldOn) = (unit, session, heldOn);

    public override string ResourceName => $"{SessionName.Of(Unit, Session)}/roll";

    public string Unit { get; private set; }

    public string Session { get; private set; }

    /// <summary>Decides who is a member.</summary>
    public DateOnly HeldOn { get; private set; }

    public bool IsClosed { get; private set; }

    public string ReopenReason { get; private set; } = "";

    public void Close()
    {
        RequireOpen();
        IsClosed = true;
    }

    public void Reopen(string reason)
    {
        if (!IsClosed)
        {
            throw RollErrors.NotClosed(ResourceName);
        }

        (IsClosed, ReopenReason) = (false, reason);
    }

    public void MoveTo(DateOnly day)
    {
        RequireOpen();
        HeldOn = day;
    }

    private void RequireOpen()
    {
        if (IsClosed)
        {
            throw RollErrors.Closed(ResourceName);
        }
    }
}
