using StudySuite.Defaults.Errors;
using StudySuite.Files;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Materials;

/// <summary>What can go wrong with files of sessions.</summary>
internal static class MaterialErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("FILE_NOT_FOUND", name);

    public static DomainError Damaged(string name) => DomainError.Precondition("FILE_DAMAGED", ("resource", name));

    public static DomainError NotReleased(StudySession session) =>
        DomainError.Denied("MATERIALS_NOT_RELEASED", ("resource", session.ResourceName));

    /// <summary>A member uploads nothing but what proves the own make-up.</summary>
    public static DomainError NotYours() => DomainError.Denied("FILE_NOT_YOURS");

    /// <summary>A make-up names it.</summary>
    public static DomainError InUse(string name) => DomainError.Precondition("FILE_IN_USE", ("resource", name));

    public static DomainError MarkedInternal() => DomainError.Invalid("confirm_internal", "FILE_MARKED_INTERNAL");

    /// <param name="maxBytes">What the settings allow.</param>
    public static DomainError Refused(FileFault fault, long maxBytes) => DomainError.Invalid(
        "data", ReasonOf(fault), ("max", (maxBytes >> 20).ToString(System.Globalization.CultureInfo.InvariantCulture)));

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
