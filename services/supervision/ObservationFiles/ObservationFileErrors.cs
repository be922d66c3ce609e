using StudySuite.Defaults.Errors;
using StudySuite.Supervision.Observations;

namespace StudySuite.Supervision.ObservationFiles;

/// <summary>What can go wrong with files of observations.</summary>
internal static class ObservationFileErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("OBSERVATION_FILE_NOT_FOUND", name);

    public static DomainError NotOpen(Observation observation) => DomainError.Precondition(
        "OBSERVATION_FILES_NOT_OPEN", ("resource", observation.ResourceName), ("state", observation.State.ToString()));

    public static DomainError NotOwn(ObservationFile file) => DomainError.Denied("FILE_NOT_OWN", ("resource", file.ResourceName));

    public static DomainError Generated(ObservationFile file) =>
        DomainError.Precondition("FILE_IS_GENERATED", ("resource", file.ResourceName));
}
