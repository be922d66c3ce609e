namespace StudySuite.Files;

/// <summary>Why a file is not taken.</summary>
public enum FileFault
{
    TooLarge,
    Empty,

    /// <summary>Its bytes are none of the types that are taken, whatever its name says.</summary>
    TypeNotAllowed,

    /// <summary>doc, xls, ppt and wps of before 2007, which hide macros too well.</summary>
    OldOfficeFormat,

    /// <summary>Damaged or encrypted: what cannot be looked at is not taken.</summary>
    Unreadable,
    Macro,

    /// <summary>Programs inside: OLE objects, ActiveX, DDE, script or attachments in a PDF.</summary>
    ActiveContent,

    /// <summary>A document type declaration, by which XML pulls in other files.</summary>
    ExternalEntity,

    /// <summary>A part that is fetched from elsewhere when the document is opened.</summary>
    ExternalRelation,
    ZipBomb,

    /// <summary>An entry that would be unpacked outside of its folder.</summary>
    EntryName,

    /// <summary>秘密★, 机密★ or 绝密★ in its text.</summary>
    SecretMark,
}

/// <summary>The file is not taken.</summary>
public sealed class FileRefusedException(FileFault fault) : Exception($"File refused: {fault}")
{
    public FileFault Fault { get; } = fault;
}

/// <param name="ContentType">By its bytes.</param>
/// <param name="Extension">With the dot, fitting the type.</param>
/// <param name="Pages">0 when unknown.</param>
/// <param name="Text">What can be read of it, for search; the first 200,000 characters.</param>
/// <param name="IsInternal">Marked 内部资料 注意保存: a person must confirm that it may be here.</param>
public sealed record InspectedFile(string ContentType, string Extension, int Pages, string Text, bool IsInternal);
