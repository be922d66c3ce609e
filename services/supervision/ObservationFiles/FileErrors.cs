using System.Globalization;
using StudySuite.Defaults.Errors;
using StudySuite.Files;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>What can be wrong with a file, whatever it belongs to.</summary>
internal static class FileErrors
{
    public static DomainError Damaged(string name) => DomainError.Precondition("FILE_DAMAGED", ("resource", name));

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
