using System.Reflection;
using System.Text.RegularExpressions;

namespace StudySuite.Deploy.Tests.Settings;

/// <summary>Which settings the code reads: sections as the sources bind them, names as the options classes have
/// them.</summary>
internal static partial class SettingNames
{
    private static readonly Dictionary<string, Type> Sections = FindSections();

    /// <summary>Sections that belong to libraries.</summary>
    private static readonly string[] Foreign = ["Kestrel:Endpoints", "ReverseProxy:Clusters", "ReverseProxy:Routes", "Logging:LogLevel"];

    public static IReadOnlyCollection<string> All => Sections.Keys;

    /// <param name="name">With colons, such as <c>Files:S3:Bucket</c>, or as an environment variable has it.</param>
    public static bool IsRead(string name)
    {
        var path = name.Replace("__", ":", StringComparison.Ordinal);
        if (Foreign.Any(section => path.StartsWith(section, StringComparison.Ordinal)))
        {
            return true;
        }

        var section = Sections.Keys.Where(key => path == key || path.StartsWith(key + ":", StringComparison.Ordinal))
            .OrderByDescending(key => key.Length).FirstOrDefault();
        return section is not null
            && (path == section || IsOf(Sections[section], path[(section.Length + 1)..].Split(':')));
    }

    private static bool IsOf(Type type, ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty)
        {
            return true;
        }

        if (type.IsArray)
        {
            return int.TryParse(parts[0], out _) && IsOf(type.GetElementType()!, parts[1..]);
        }

        return type.GetProperty(parts[0]) is { } property && IsOf(property.PropertyType, parts[1..]);
    }

    private static Dictionary<string, Type> FindSections()
    {
        var types = AppDomain.CurrentDomain.GetAssemblies().Concat(LoadSuite()).Distinct()
            .Where(assembly => assembly.GetName().Name is { } name && !name.Contains('.', StringComparison.Ordinal))
            .SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.Namespace?.StartsWith("StudySuite", StringComparison.Ordinal) == true)
            .GroupBy(type => type.Name).ToDictionary(group => group.Key, group => group.First());
        var found = new Dictionary<string, Type>();
        foreach (var source in new[] { "platform", "services", "gateway", "web" }.SelectMany(Sources))
        {
            foreach (Match match in Bound().Matches(source))
            {
                var (section, type) = (match.Groups["section"].Value, match.Groups["type"].Value);
                // A class with a constant for its section is named after it.
                found[section.StartsWith('"') ? section.Trim('"') : type[..^"Options".Length]] = types[type];
            }
        }

        found["Messaging"] = types["MessagingOptions"];
        return found;
    }

    private static IEnumerable<string> Sources(string folder) => System.IO.Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static IEnumerable<Assembly> LoadSuite() => new[]
    {
        "Defaults", "Messaging", "Files", "Gateway", "Web", "Directory", "Planning", "Sessions", "Supervision", "Bulletin",
        "Notifications",
    }.Select(Assembly.Load);

    [GeneratedRegex("""AddOptions<(?<type>\w+)>\(\)\s*\.BindConfiguration\((?<section>"[^"]+"|\w+\.Section)\)|GetSection\((?<section>"[^"]+")\)\.Get<(?<type>\w+)>""")]
    private static partial Regex Bound();
}
