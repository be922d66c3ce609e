using System.ComponentModel.DataAnnotations;

namespace StudySuite.Defaults.Audit;

/// <summary>Section <c>Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>Seconds between two looks for entries to seal; an entry can be taken away unseen for about so long.</summary>
    [Range(1, 3600)]
    public int SealSeconds { get; set; } = 5;

    /// <summary>Digest of new seals. May be changed at any time: a seal names its own.</summary>
    public AuditDigest Digest { get; set; } = AuditDigest.Sha256;
}
