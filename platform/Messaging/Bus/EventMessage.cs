using MassTransit;

namespace StudySuite.Messaging.Bus;

/// <summary>The one type on the wire. Its URN and the names below are pinned: a rename here must not change them.</summary>
[MessageUrn("studysuite:event")]
internal sealed record EventMessage(string Type, string Subject, string Body)
{
    public const string Exchange = "studysuite.events";

    /// <summary>W3C trace parent of the call that made the change.</summary>
    public const string TraceHeader = "studysuite-traceparent";
}
