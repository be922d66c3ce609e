using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StudySuite.Gateway.OpenApi;

namespace StudySuite.Gateway.Tests;

/// <summary>Every example call of docs/api is one that the contract has: path, query, fields, what is
/// required.</summary>
public sealed partial class ExamplesTests
{
    private static readonly JsonObject Document = JsonNode.Parse(OpenApiModule.Text)!.AsObject();

    private static readonly string Text = string.Join('\n', System.IO.Directory.GetFiles(Folder(), "*.md").Order()
        .Select(File.ReadAllText));

    [Fact]
    public void Calls_OfTheExamples_AreInTheContract()
    {
        var calls = Call().Matches(Text);

        Assert.True(calls.Count > 60, $"only {calls.Count} examples");
        Assert.All(calls, call => Assert.True(Fault(call) is null, $"{call.Value}: {Fault(call)}"));
    }

    [Fact]
    public void RequestIds_OfTheExamples_AreLongEnoughAndUnique()
    {
        var ids = RequestId().Matches(Text).Select(match => match.Groups[1].Value).ToList();

        Assert.True(ids.Count > 20);
        Assert.All(ids, id => Assert.InRange(id.Length, 8, 64));
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Flows_OfEveryService_HaveExamples() => Assert.Equal(
        ["bulletin", "directory", "notifications", "planning", "sessions", "supervision"],
        Call().Matches(Text).Select(call => call.Groups["path"].Value.Split('/')[1]).Distinct().Order());

    [Fact]
    public void GrpcCalls_OfTheExamples_AreInTheContract()
    {
        var methods = ProtoCatalog.Load().ServicesOf
            .SelectMany(pair =>
                pair.Service.Method.Select(method => $"{pair.Package}.{pair.Service.Name}/{method.Name}")).ToHashSet();
        var named = GrpcCall().Matches(Text).Select(match => match.Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, methods));
    }

    private static string? Fault(Match call)
    {
        var (path, query) = (call.Groups["path"].Value, call.Groups["query"].Value);
        var found = Document["paths"]!.AsObject().Where(entry => Pattern(entry.Key).IsMatch(path))
            // A path that says more itself is meant before one with more wildcards.
            .OrderBy(entry => entry.Key.Count(c => c == '{')).Select(entry => entry.Value).FirstOrDefault();
        if (found?[call.Groups["verb"].Value.ToLowerInvariant()] is not JsonObject operation)
        {
            return "no such call";
        }

        var parameters = operation["parameters"]!.AsArray().Where(it => (string?)it!["in"] == "query").ToList();
        var given = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).ToList();
        var unknown = given.Except(parameters.Select(it => (string)it!["name"]!)).ToList();
        var missing = parameters.Where(it => (bool?)it!["required"] == true).Select(it => (string)it!["name"]!)
            .Except(given).ToList();
        var body = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        return unknown.Count > 0 ? $"unknown {string.Join(", ", unknown)}"
            : missing.Count > 0 ? $"missing {string.Join(", ", missing)}"
            : call.Groups["body"].Success ? body is null ? "takes no body" : Fault(JsonNode.Parse(call.Groups["body"].Value), body)
            : body is null ? null : "needs a body";
    }

    private static string? Fault(JsonNode? value, JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Fault(value, Document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        }

        if (schema["enum"] is JsonArray words)
        {
            return words.Any(word => (string?)word == (string?)value) ? null : $"no such value {value}";
        }

        if (value is JsonArray items)
        {
            return schema["items"] is { } item ? items.Select(it => Fault(it, item)).FirstOrDefault(it => it is not null) : "not a list";
        }

        if (value is not JsonObject fields || schema["properties"] is not JsonObject known)
        {
            return null;
        }

        var missing = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!)
            .Where(name => (bool?)known[name]?["readOnly"] != true).Except(fields.Select(field => field.Key))
                .FirstOrDefault();
        return missing is not null
            ? $"missing {missing}"
            : fields.Select(field => known[field.Key] is { } part ? Fault(field.Value, part) : $"unknown {field.Key}")
                .FirstOrDefault(it => it is not null);
    }

    private static Regex Pattern(string path) => new($"^{Wildcard().Replace(Regex.Escape(path), "[^/:]+")}$");

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StudySuite.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("StudySuite.sln is not above the tests.");
        }

        return Path.Combine(folder, "docs", "api");
    }

    [GeneratedRegex(@"^call (?<verb>[A-Z]+) '(?<path>[^'?]+)(?:\?(?<query>[^']*))?'(?: '(?<body>[^']*)')?", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"requestId(?:=|"": "")([\w-]+)")]
    private static partial Regex RequestId();

    [GeneratedRegex(@"studysuite\.[a-z]+\.v1\.\w+/\w+")]
    private static partial Regex GrpcCall();

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Wildcard();
}
