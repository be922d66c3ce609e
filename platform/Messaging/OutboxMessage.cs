namespace StudySuite.Messaging;

/// <summary>An event that was saved with the change it tells of and waits to be sent, or was sent.</summary>
/// <remarks>Times are UTC <see cref="DateTime"/>s: both databases store and order them without a converter.</remarks>
public sealed class OutboxMessage
{
    public long Sequence { get; internal init; }

    /// <summary>Also the id on the bus, by which inboxes know repeats.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>Subject of the event: rows of one key are sent in order of <see cref="Sequence"/>.</summary>
    public required string PartitionKey { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public string? TraceParent { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Not tried before this time.</summary>
    public required DateTime DueAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Given up until it is replayed by hand; later rows of its partition wait for it.</summary>
    public DateTime? ParkedAt { get; set; }
}
