using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.Printing;

/// <summary>What can go wrong with printing.</summary>
internal static class DocumentErrors
{
    public static DomainError Unknown(string name) => DomainError.NotFound("DOCUMENT_UNKNOWN", name);
}
