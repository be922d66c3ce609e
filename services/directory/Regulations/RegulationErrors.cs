using StudySuite.Defaults.Errors;

namespace StudySuite.Directory.Regulations;

/// <summary>What can go wrong with a regulation.</summary>
internal static class RegulationErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("REGULATION_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("REGULATION_EXISTS", name);
}
