using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace StudySuite.Defaults.Access;

/// <summary>
/// What the running call is, for the audit trail and for scope checks: filled by the access interceptor for an RPC,
/// by whoever opens the scope for work in the background.
/// </summary>
public sealed class CallContext
{
    /// <summary>Null in background work.</summary>
    public Caller? Caller { get; internal set; }

    /// <summary>Code of the unit that the request names; null when it names none or all (<c>units/-</c>).</summary>
    public string? Unit { get; internal set; }

    /// <summary>Path of that unit.</summary>
    public string? UnitPath { get; internal set; }

    /// <summary>The roles that opened the RPC to this caller; row filters use the grants of these roles only.</summary>
    public IReadOnlyCollection<Role> Roles { get; internal set; } = [];

    /// <summary>
    /// Id of the leader for whom the caller acts in this RPC, as a deputy with a delegation: to be kept beside the
    /// caller in what the leader signs. Null when the caller's own role opened it.
    /// </summary>
    public string? ActingFor => UnitPath is { } path ? Caller?.ActingFor(Roles, path) : null;

    /// <summary>RPC as <c>Service/Method</c>, or the name of the background work.</summary>
    public string Action { get; set; } = "system";

    /// <summary>Address that the call came from; null in background work.</summary>
    public string? Source { get; private set; }

    /// <summary>
    /// What the gateway says of where the call came from, else the other end of the connection. The gateway takes the
    /// field away from what clients send.
    /// </summary>
    public void CameFrom(HttpContext context)
    {
        var told = context.Request.Headers["X-Forwarded-For"].ToString();
        var address = told.Length > 0 ? told : context.Connection.RemoteIpAddress?.ToString();
        Source = address is { Length: <= 45 } ? address : null;
    }

    /// <summary>The same origin as another call's, for a line that stands in a scope of its own.</summary>
    internal void CameFrom(CallContext other) => Source = other.Source;

    /// <summary>For work that no RPC opened, such as a page on which a person signs in.</summary>
    public void Act(string action, Caller? caller) => (Action, Caller) = (action, caller);
}

public static class CallContextExtensions
{
    /// <summary>The caller of this RPC; only an RPC open to anonymous callers has none.</summary>
    public static Caller Caller(this ServerCallContext context) =>
        context.Call().Caller ?? throw Errors.CommonErrors.SignInRequired();

    public static CallContext Call(this ServerCallContext context) =>
        context.GetHttpContext().RequestServices.GetRequiredService<CallContext>();
}
