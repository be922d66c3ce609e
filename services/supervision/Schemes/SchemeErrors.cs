using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Schemes;

/// <summary>What can go wrong with a score scheme.</summary>
internal static class SchemeErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("SCHEME_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("SCHEME_EXISTS", name);

    public static DomainError Published(ScoreScheme scheme) =>
        DomainError.Precondition("SCHEME_PUBLISHED", ("resource", scheme.ResourceName));

    public static DomainError NotPublished(ScoreScheme scheme) =>
        DomainError.Precondition("SCHEME_NOT_PUBLISHED", ("resource", scheme.ResourceName));

    public static DomainError NotForUnit(ScoreScheme scheme, string kind) =>
        DomainError.Precondition("SCHEME_NOT_FOR_UNIT", ("resource", scheme.ResourceName), ("kind", kind));
}
