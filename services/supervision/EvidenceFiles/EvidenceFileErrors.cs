using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.EvidenceFiles;

/// <summary>What can go wrong with files of evidence, beside what FileErrors knows.</summary>
internal static class EvidenceFileErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("EVIDENCE_FILE_NOT_FOUND", name);

    /// <summary>It belongs to a report that was made.</summary>
    public static DomainError Reported(EvidenceFile file) =>
        DomainError.Precondition("EVIDENCE_REPORTED", ("resource", file.ResourceName));

    public static DomainError ItemUnknown() => DomainError.Invalid("item", "ITEM_UNKNOWN");
}
