namespace StudySuite.Defaults.Errors;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Path of the field in the request, in snake case: <c>plan.items[2].topic</c>.</param>
/// <param name="Reason">Stable reason in UPPER_SNAKE_CASE; its sentence is in the resource files.</param>
public sealed record Violation(string Field, string Reason, params (string Key, string Value)[] Metadata);
