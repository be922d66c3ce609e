using StudySuite.Defaults.Errors;

namespace StudySuite.Sessions.FirstTopics;

/// <summary>What can go wrong with a first topic.</summary>
internal static class FirstTopicErrors
{
    public static DomainError NotFound(string name) => DomainError.NotFound("FIRST_TOPIC_NOT_FOUND", name);

    public static DomainError Exists(string name) => DomainError.Exists("FIRST_TOPIC_EXISTS", name);

    public static DomainError NotStudied(FirstTopic topic) =>
        DomainError.Precondition("FIRST_TOPIC_NOT_STUDIED", ("resource", topic.ResourceName));

    public static DomainError MeasureUnknown(FirstTopic topic, int number) => DomainError.Precondition(
        "FIRST_TOPIC_MEASURE_UNKNOWN", ("resource", topic.ResourceName),
        ("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static DomainError Studied(FirstTopic topic) =>
        DomainError.Precondition("FIRST_TOPIC_STUDIED", ("resource", topic.ResourceName));
}
