using Microsoft.EntityFrameworkCore;

namespace StudySuite.Defaults.Requests;

/// <summary>
/// A request that took effect, with its answer (AIP-155). Saved in the transaction of the effect, so that either
/// both are there or neither.
/// </summary>
internal sealed class RequestLogEntry
{
    public required string Caller { get; init; }

    public required string RequestId { get; init; }

    /// <summary>SHA-256 of method and request; tells a repeat from another request under the same id.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Empty until the handler has answered, within the same transaction.</summary>
    public byte[] Response { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }
}

internal static class RequestLogTable
{
    public static void AddRequestLog(this ModelBuilder modelBuilder) => modelBuilder.Entity<RequestLogEntry>(entry =>
    {
        entry.ToTable("request_log");
        entry.HasKey(e => new { e.Caller, e.RequestId });
        entry.Property(e => e.Caller).HasMaxLength(64);
        entry.Property(e => e.RequestId).HasMaxLength(64);
        entry.Property(e => e.Hash).HasMaxLength(32);
        entry.HasIndex(e => e.CreatedAt);
    });
}
