namespace StudySuite.Messaging;

/// <summary>A delivery that took effect; written in the transaction of the effect.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }

    /// <summary>Name of the consumer's queue.</summary>
    public required string Consumer { get; init; }

    public required DateTime ReceivedAt { get; init; }
}
