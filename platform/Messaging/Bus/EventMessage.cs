using MassTransit;

namespace StudySuite.Messaging.Bus;

/// <summary>The one type on the wire. Its URN and the names below are pinned: a rename here must not change them.</summary>
/// <param name="Together">
/// Events of this type that were due at once, in their order; null for a single event, which stands in the message
/// itself. A build that does not know them finds no event and gives the message up to its error queue, whole.
/// </param>
[MessageUrn("studysuite:event")]
internal sealed record EventMessage(string Type, string Subject, string Body, IReadOnlyList<EventItem>? Together = null)
{
    public const string Exchange = "studysuite.events";

    /// <summary>W3C trace parent of the call that made the change.</summary>
    public const string TraceHeader = "studysuite-traceparent";
}

/// <summary>One of several events in a message.</summary>
/// <param name="MessageId">By which inboxes know a repeat.</param>
/// <param name="TraceParent">As the header of a single event.</param>
internal sealed record EventItem(Guid MessageId, string Subject, string Body, string? TraceParent);
