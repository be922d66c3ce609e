using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.MaterialPacks;

/// <summary>What can go wrong with the materials as a whole.</summary>
internal static class MaterialPackErrors
{
    public static DomainError Empty(StudySession session) =>
        DomainError.Precondition("MATERIALS_EMPTY", ("resource", session.ResourceName));

    public static DomainError NotDistributed(StudySession session) =>
        DomainError.Precondition("MATERIALS_NOT_DISTRIBUTED", ("resource", session.ResourceName));
}
