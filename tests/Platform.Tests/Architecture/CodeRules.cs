using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StudySuite.Platform.Tests.Architecture;

/// <summary>What code must keep to. Each rule yields its offences, empty when it holds.</summary>
internal static partial class CodeRules
{
    private const int MostLines = 300;

    /// <summary>A service is reached over gRPC and events: its project refers to none but platform's.</summary>
    public static IEnumerable<string> ForeignReferences(SourceFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Where(reference => !reference.StartsWith("../../platform/", StringComparison.Ordinal))
            .Select(reference => $"{project.Path} refers to {reference}");

    /// <summary>Such names say nothing of what the type is for.</summary>
    public static IEnumerable<string> EmptyTypeNames(SourceFile file) =>
        EmptyTypeName().Matches(file.Text).Select(match => $"{file.Path}: {match.Groups[1].Value}");

    public static IEnumerable<string> TooLong(SourceFile file) => file.Lines.Length > MostLines + 1
        ? [$"{file.Path}: {file.Lines.Length - 1} lines, more than {MostLines}"]
        : [];

    /// <summary>A service speaks through its logger.</summary>
    public static IEnumerable<string> Prints(SourceFile file) =>
        Print().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    /// <summary>MassTransit stays replaceable: only platform/Messaging knows it.</summary>
    public static IEnumerable<string> BusLibrary(SourceFile file) =>
        MassTransit().Matches(file.Text).Select(match => $"{file.Path}: {match.Value}");

    /// <summary>Folder <c>planning</c> is namespace <c>StudySuite.Planning</c>.</summary>
    public static IEnumerable<string> ForeignNamespaces(SourceFile file)
    {
        var own = $"StudySuite.{char.ToUpperInvariant(file.Service[0])}{file.Service[1..]}";
        return Namespace().Matches(file.Text).Select(match => match.Groups[1].Value)
            .Where(name => name != own && !name.StartsWith(own + ".", StringComparison.Ordinal))
            .Select(name => $"{file.Path}: namespace {name}");
    }

    /// <summary>Equal consumers in two services would else share a queue and take each other's events.</summary>
    public static IEnumerable<string> ForeignQueues(SourceFile file) => QueuesOf(file)
        .Where(queue => !queue.StartsWith($"{file.Service}-", StringComparison.Ordinal))
        .Select(queue => $"{file.Path}: queue {queue}");

    /// <summary>Literal names of queues: the argument of a registration, or a constant named for it.</summary>
    public static IEnumerable<string> QueuesOf(SourceFile file) =>
        Queue().Matches(file.Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(\w+(?:Repository|Manager|Utils?|Helpers?))\b")]
    private static partial Regex EmptyTypeName();

    [GeneratedRegex(@"\b(?:Console|Debug|Trace)\.(?:Write|WriteLine|Error|Out)\b")]
    private static partial Regex Print();

    [GeneratedRegex(@"\b(?:using\s+MassTransit\b|MassTransit\.\w+)")]
    private static partial Regex MassTransit();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("(?:Consumer[^;\"]*>\\s*\\(\\s*|\\bQueue\\s*=\\s*)\"([^\"]+)\"")]
    private static partial Regex Queue();
}
