using System.Text.RegularExpressions;

namespace StudySuite.Platform.Tests.Architecture;

/// <summary>What a page of the public contract must keep to. Each rule yields its offences, empty when it holds.</summary>
internal static partial class ProtoRules
{
    public static IEnumerable<string> WithoutComment(SourceFile proto)
    {
        var lines = proto.Lines;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Commented().IsMatch(lines[i]) && (i == 0 || !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)))
            {
                yield return $"{proto.Path}:{i + 1}: no comment on {lines[i].Trim()}";
            }
        }
    }

    /// <summary>Every RPC is reached over REST too, below the service's word.</summary>
    public static IEnumerable<string> WithoutRest(SourceFile proto)
    {
        var prefix = $"\"/{proto.Path.Split('/')[^3]}/v1/";
        var rpcs = RpcsOf(proto);
        for (var i = 0; i < rpcs.Count; i++)
        {
            var end = i + 1 < rpcs.Count ? rpcs[i + 1].Index : proto.Text.Length;
            var body = proto.Text[rpcs[i].Index..end];
            if (!body.Contains("option (google.api.http)", StringComparison.Ordinal)
                || !body.Contains(prefix, StringComparison.Ordinal))
            {
                yield return $"{proto.Path}: {rpcs[i].Groups[1].Value} has no google.api.http below {prefix[1..]}";
            }
        }
    }

    public static IReadOnlyList<Match> RpcsOf(SourceFile proto) => Rpc().Matches(proto.Text).ToList();

    /// <summary>Package <c>studysuite.planning.v1</c> lies in <c>studysuite/planning/v1</c>, for C# too.</summary>
    public static IEnumerable<string> WrongPackage(SourceFile proto)
    {
        var parts = proto.Path.Split('/')[^4..^1];
        var package = $"package {string.Join('.', parts)};";
        var csharp = $"option csharp_namespace = \"StudySuite.{char.ToUpperInvariant(parts[1][0])}{parts[1][1..]}.V1\";";
        return new[] { package, csharp }.Where(line => !proto.Lines.Contains(line)).Select(line => $"{proto.Path}: no line {line}");
    }

    /// <summary>Services, RPCs, messages, enums, their values, and fields.</summary>
    [GeneratedRegex("""
        ^\s*(?:
          (?:service|message|enum|rpc)\s+\w+
        | (?:(?:repeated|optional)\s+)?(?:map<[^>]+>|[\w.]+)\s+\w+\s*=\s*\d+\s*[;\[]
        | [A-Z][A-Z0-9_]*\s*=\s*\d+\s*[;\[]
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Commented();

    [GeneratedRegex(@"^\s*rpc\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Rpc();
}
