namespace StudySuite.Defaults.Errors;

/// <summary>
/// The one exception by which a rule refuses. The reason is stable and for programs; the sentence comes from the
/// resource files by the caller's language, with the metadata in its <c>{places}</c>.
/// </summary>
public sealed class DomainError : Exception
{
    private DomainError(
        ErrorKind kind, string reason, IReadOnlyDictionary<string, string> metadata, IReadOnlyList<Violation> violations)
        : base($"{kind}: {reason}")
    {
        Kind = kind;
        Reason = reason;
        Metadata = metadata;
        Violations = violations;
    }

    public ErrorKind Kind { get; }

    /// <summary>UPPER_SNAKE_CASE, unique within a service.</summary>
    public string Reason { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>For <see cref="ErrorKind.Invalid"/>: all that is wrong, not only the first.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    public static DomainError Invalid(params IReadOnlyList<Violation> violations) =>
        new(ErrorKind.Invalid, "INVALID_REQUEST", new Dictionary<string, string>(), violations);

    public static DomainError Invalid(string field, string reason, params (string Key, string Value)[] metadata) =>
        Invalid(new Violation(field, reason, metadata));

    public static DomainError NotFound(string reason, string resource) =>
        Of(ErrorKind.NotFound, reason, ("resource", resource));

    public static DomainError Exists(string reason, string resource) =>
        Of(ErrorKind.Exists, reason, ("resource", resource));

    public static DomainError Denied(string reason, params (string Key, string Value)[] metadata) =>
        Of(ErrorKind.Denied, reason, metadata);

    public static DomainError Unauthenticated(string reason) => Of(ErrorKind.Unauthenticated, reason);

    public static DomainError Precondition(string reason, params (string Key, string Value)[] metadata) =>
        Of(ErrorKind.Precondition, reason, metadata);

    public static DomainError Aborted(string reason, params (string Key, string Value)[] metadata) =>
        Of(ErrorKind.Aborted, reason, metadata);

    public static DomainError Unavailable(string reason) => Of(ErrorKind.Unavailable, reason);

    private static DomainError Of(ErrorKind kind, string reason, params (string Key, string Value)[] metadata) =>
        new(kind, reason, metadata.ToDictionary(pair => pair.Key, pair => pair.Value), []);
}
