using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.Archives;

/// <summary>What can go wrong with an archive.</summary>
internal static class ArchiveErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("ARCHIVE_NOT_FOUND", name);

    public static DomainError ItemNotFound(string name) => DomainError.NotFound("ARCHIVE_ITEM_NOT_FOUND", name);

    public static DomainError ItemDamaged(string name, string sha256) =>
        DomainError.Precondition("ARCHIVE_ITEM_DAMAGED", ("resource", name), ("sha256", sha256));
}
