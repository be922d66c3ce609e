using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.LeaveRequests;

/// <summary>What can go wrong with leave.</summary>
internal static class LeaveErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("LEAVE_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("LEAVE_EXISTS", name);

    public static DomainError NotYours() => DomainError.Denied("LEAVE_NOT_YOURS");

    public static DomainError Decided(LeaveRequest leave) => DomainError.Precondition(
        "LEAVE_DECIDED", ("resource", leave.ResourceName), ("state", leave.State.UpperSnake()));
}
