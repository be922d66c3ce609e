using StudySuite.Defaults.Errors;

namespace StudySuite.Defaults.Requests;

/// <summary>Takes resource names apart (AIP-122).</summary>
public static class ResourceName
{
    /// <summary>The variable parts of a name by its pattern, such as <c>units/{unit}/plans/{plan}</c>.</summary>
    /// <exception cref="DomainError">NAME_INVALID</exception>
    public static string[] Parse(string pattern, string name, string field = "name") =>
        TryParse(pattern, name) ?? throw CommonErrors.NameInvalid(field, name, pattern);

    public static string[]? TryParse(string pattern, string name)
    {
        var expected = pattern.Split('/');
        var actual = name.Split('/');
        if (actual.Length != expected.Length)
        {
            return null;
        }

        var values = new List<string>();
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].StartsWith('{'))
            {
                if (!IsSegment(actual[i]))
                {
                    return null;
                }

                values.Add(actual[i]);
            }
            else if (expected[i] != actual[i])
            {
                return null;
            }
        }

        return [.. values];
    }

    /// <summary>The id that the client chose, or a new one that grows with time.</summary>
    public static string NewId(string wanted = "") =>
        wanted.Length > 0 ? wanted : Guid.CreateVersion7().ToString("n");

    private static bool IsSegment(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
