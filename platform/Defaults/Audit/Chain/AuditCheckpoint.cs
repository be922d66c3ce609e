namespace StudySuite.Defaults.Audit;

/// <summary>
/// Where the chain begins after old entries were deleted: place and seal of the last one that went. An entry of the
/// chain confirms it, so that nobody cuts the beginning off unseen.
/// </summary>
internal sealed class AuditCheckpoint
{
    public const string Action = "AuditRetention";

    public required long Link { get; init; }

    public required string Seal { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Resource of the entry that confirms it.</summary>
    public string Confirmation => $"auditCheckpoints/{Link}/{Seal}";
}
