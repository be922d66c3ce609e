namespace StudySuite.Web.Parts;

/// <summary>A line of a list of files.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Kind">What it is for, in words.</param>
public sealed record ListedFile(string Name, string Title, string Kind, long Length);
