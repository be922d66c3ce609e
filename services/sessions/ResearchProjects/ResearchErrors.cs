using StudySuite.Defaults.Errors;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ResearchProjects;

/// <summary>What can go wrong with a research project.</summary>
internal static class ResearchErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("RESEARCH_PROJECT_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("RESEARCH_PROJECT_EXISTS", name);

    public static DomainError NotYours() => DomainError.Denied("RESEARCH_PROJECT_NOT_YOURS");

    public static DomainError ConversionsFull() => DomainError.Invalid("conversion", "CONVERSIONS_FULL");

    public static DomainError Ended(ResearchProject project) => DomainError.Precondition(
        "RESEARCH_PROJECT_ENDED", ("resource", project.ResourceName), ("state", project.State.UpperSnake()));
}
