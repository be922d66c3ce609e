using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Rebuild;

/// <summary>What can go wrong with a rebuild; the figures stay as they were.</summary>
internal static class RebuildErrors
{
    public static DomainError NotConfigured(string setting) => DomainError.Precondition("REBUILD_NOT_CONFIGURED", ("setting", setting));

    public static DomainError SourceUnavailable(string source) => DomainError.Precondition("REBUILD_SOURCE_UNAVAILABLE", ("source", source));

    public static DomainError TopUnitOnly(string name) => DomainError.Denied("REBUILD_TOP_UNIT_ONLY", ("resource", name));
}
