using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Files;
using StudySuite.Supervision.Observations;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>What can go wrong with files of observations.</summary>
internal static class ObservationFileErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("OBSERVATION_FILE_NOT_FOUND", name);

    public static DomainError Damaged(string name) => DomainError.Precondition("FILE_DAMAGED", ("resource", name));

    public static DomainError NotOpen(Observation observation) => DomainError.Precondition(
        "OBSERVATION_FILES_NOT_OPEN", ("resource", observation.ResourceName), ("state", observation.State.ToString()));

    public static DomainError NotOwn(ObservationFile file) => DomainError.Denied("FILE_NOT_OWN", ("resource", file.ResourceName));

    public static DomainError Generated(ObservationFile file) =>
        DomainError.Precondition("FILE_IS_GENERATED", ("resource", file.ResourceName));

    public static DomainError MarkedInternal() => DomainError.Invalid("confirm_internal", "FILE_MARKED_INTERNAL");

    /// <param name="maxBytes">What the settings allow.</param>
    public static DomainError Refused(FileFault fault, long maxBytes) => DomainError.Invalid(
        "data", ReasonOf(fault), ("max", (maxBytes >> 20).ToString(CultureInfo.InvariantCulture)));

    private static string ReasonOf(FileFault fault) => fault switch
    {
        FileFault.TooLarge => "FILE_TOO_LARGE",
        FileFault.Empty => "FILE_EMPTY",
        FileFault.TypeNotAllowed => "FILE_TYPE_NOT_ALLOWED",
        FileFault.OldOfficeFormat => "FILE_OLD_OFFICE_FORMAT",
        FileFault.Macro => "FILE_HAS_MACROS",
        FileFault.ActiveContent => "FILE_HAS_ACTIVE_CONTENT",
        FileFault.ExternalEntity => "FILE_HAS_EXTERNAL_ENTITY",
        FileFault.ExternalRelation => "FILE_HAS_EXTERNAL_RELATION",
        FileFault.ZipBomb => "FILE_IS_ZIP_BOMB",
        FileFault.EntryName => "FILE_ENTRY_NAME_INVALID",
        FileFault.SecretMark => "FILE_HAS_SECRET_MARK",
        _ => "FILE_UNREADABLE",
    };
}
