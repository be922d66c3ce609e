namespace StudySuite.Web.Parts;

/// <summary>A line of a start page.</summary>
/// <param name="Href">The page where it is done.</param>
/// <param name="Note">A date or a state, short.</param>
/// <param name="Tone">good, warn, bad, info or nothing.</param>
public sealed record Waiting(string Text, string Href, string Note = "", string Tone = "");
