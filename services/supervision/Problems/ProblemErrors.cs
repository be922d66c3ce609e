using StudySuite.Defaults.Errors;

namespace StudySuite.Supervision.Problems;

/// <summary>What can go wrong with a problem.</summary>
internal static class ProblemErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("PROBLEM_NOT_FOUND", name);

    /// <summary>The id is taken, or the line of the form was taken over before.</summary>
    public static DomainError Exists(string name) => DomainError.Exists("PROBLEM_EXISTS", name);
}
