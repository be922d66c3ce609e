using System.Text;

namespace StudySuite.Gateway.OpenApi;

/// <summary>
/// A path of the contract, such as <c>/planning/v1/{name=units/*/plans/*}:approve</c>, as OpenAPI can say it:
/// <c>/planning/v1/units/{unit}/plans/{plan}:approve</c>. A parameter is named after the collection before it.
/// </summary>
/// <param name="Fields">Fields of the request that the path holds, such as <c>name</c> or <c>plan.name</c>.</param>
internal sealed record PathPattern(string Path, IReadOnlyList<string> Parameters, IReadOnlySet<string> Fields)
{
    public static PathPattern Parse(string pattern)
    {
        var (path, parameters, fields) = (new StringBuilder(), new List<string>(), new HashSet<string>());
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '{')
            {
                path.Append(pattern[i]);
                continue;
            }

            var end = pattern.IndexOf('}', i);
            var parts = pattern[(i + 1)..end].Split('=');
            fields.Add(parts[0]);
            path.Append(parts.Length == 1 ? Parameter(parts[0], parameters) : Segments(parts[1], parameters));
            i = end;
        }

        return new PathPattern(path.ToString(), parameters, fields);
    }

    private static string Segments(string pattern, List<string> parameters)
    {
        var segments = pattern.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is "*" or "**")
            {
                segments[i] = Parameter(i > 0 ? Singular(segments[i - 1]) : "id", parameters);
            }
        }

        return string.Join('/', segments);
    }

    private static string Parameter(string name, List<string> parameters)
    {
        name = parameters.Contains(name) ? $"{name}{parameters.Count}" : name;
        parameters.Add(name);
        return $"{{{name}}}";
    }

    private static string Singular(string collection) => collection switch
    {
        "people" => "person",
        "activities" => "activity",
        "deliveries" => "delivery",
        _ when collection.EndsWith("ies", StringComparison.Ordinal) => $"{collection[..^3]}y",
        _ => collection.TrimEnd('s'),
    };
}
