using Google.Protobuf.WellKnownTypes;
using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Requests;

public static class Masks
{
    /// <summary>
    /// Which of the writable fields an Update changes (AIP-134): an empty mask or <c>*</c> means all of them. REST says
    /// the names as JSON does, <c>startClock</c>, and what brings them here leaves them so.
    /// </summary>
    /// <exception cref="DomainError">FIELD_NOT_WRITABLE for a path that is none of them.</exception>
    public static HashSet<string> Writable(FieldMask? mask, params string[] fields)
    {
        if (mask is null || mask.Paths.Count == 0 || mask.Paths is ["*"])
        {
            return [.. fields];
        }

        var wrong = new Violations();
        var paths = mask.Paths.Select(AsInProto).ToHashSet();
        foreach (var path in paths)
        {
            wrong.AddIf(!fields.Contains(path), "update_mask", "FIELD_NOT_WRITABLE", ("field", path));
        }

        wrong.ThrowIfAny();
        return paths;
    }

    private static string AsInProto(string path) =>
        string.Concat(path.Select(letter =>
            char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
