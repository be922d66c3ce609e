using StudySuite.Defaults.Errors;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

/// <summary>What can go wrong with an observation.</summary>
internal static class ObservationErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("OBSERVATION_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("OBSERVATION_EXISTS", name);

    public static DomainError NotAnObserver(Observation observation) =>
        DomainError.Denied("NOT_AN_OBSERVER", ("resource", observation.ResourceName));

    public static DomainError NotPlanned(Observation observation) => Wrong("OBSERVATION_NOT_PLANNED", observation);

    public static DomainError NotAnnounced(Observation observation) => Wrong("OBSERVATION_NOT_ANNOUNCED", observation);

    public static DomainError NotDated(Observation observation) => Wrong("OBSERVATION_NOT_DATED", observation);

    public static DomainError NotObserved(Observation observation) => Wrong("OBSERVATION_NOT_OBSERVED", observation);

    public static DomainError FeedbackNotDrafted(Observation observation) => Wrong("FEEDBACK_NOT_DRAFTED", observation);

    public static DomainError FeedbackNotApproved(Observation observation) => Wrong("FEEDBACK_NOT_APPROVED", observation);

    public static DomainError FeedbackNotIssued(Observation observation) => Wrong("FEEDBACK_NOT_ISSUED", observation);

    public static DomainError DeliverablesMissing(Observation observation, IEnumerable<Deliverable> missing) =>
        DomainError.Precondition(
            "DELIVERABLES_MISSING", ("resource", observation.ResourceName), ("missing", string.Join(", ", missing)));

    private static DomainError Wrong(string reason, Observation observation) => DomainError.Precondition(
        reason, ("resource", observation.ResourceName), ("state", observation.State.ToString()));
}
