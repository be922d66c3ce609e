using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Api;
using Google.Protobuf.Reflection;

namespace StudySuite.Gateway.OpenApi;

/// <summary>One OpenAPI 3.1 document for all services, made from the contract: nothing in it is written by hand twice.</summary>
internal static partial class ApiDocument
{
    private const string Json = "application/json";

    public static JsonObject Make(ProtoCatalog catalog)
    {
        var (schemas, paths, tags) = (new ApiSchemas(catalog), new SortedDictionary<string, JsonObject>(StringComparer.Ordinal), new JsonArray());
        foreach (var (package, service) in catalog.ServicesOf.OrderBy(pair => pair.Package).ThenBy(pair => pair.Service.Name))
        {
            var tag = $"{package.Split('.')[1]}.{service.Name}";
            tags.Add(new JsonObject { ["name"] = tag, ["description"] = catalog.CommentOn(service) });
            foreach (var method in service.Method)
            {
                if (method.Options?.GetExtension(AnnotationsExtensions.Http) is { } rule)
                {
                    Add(paths, catalog, schemas, tag, method, rule);
                }
            }
        }

        EventStreams.AddTo(paths);
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "StudySuite 党委（党组）理论学习中心组学习系统",
                ["version"] = "v1",
                ["description"] = "The REST face of the suite; the same calls are there over gRPC and gRPC-Web. Refusals carry a "
                    + "stable `reason`, the words after “Errors:” of a call. Fields are named in camelCase.",
                ["license"] = new JsonObject { ["name"] = "Proprietary", ["identifier"] = "LicenseRef-Proprietary" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
            ["tags"] = tags,
            ["paths"] = new JsonObject(paths.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))),
            ["components"] = new JsonObject
            {
                ["schemas"] = RefusalSchemas.AddTo(schemas.Components),
                ["securitySchemes"] = new JsonObject
                {
                    ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" },
                },
            },
        };
    }

    private static void Add(
        SortedDictionary<string, JsonObject> paths, ProtoCatalog catalog, ApiSchemas schemas, string tag,
        MethodDescriptorProto method, HttpRule rule)
    {
        var (verb, address) = AddressOf(rule);
        var pattern = PathPattern.Parse(address);
        var request = catalog.Message(method.InputType);
        var comment = catalog.CommentOn(method);
        var operation = new JsonObject
        {
            ["tags"] = new JsonArray(tag),
            ["operationId"] = $"{tag}.{method.Name}",
            ["summary"] = FirstSentence(comment),
            ["description"] = comment,
            ["parameters"] = Parameters(catalog, schemas, pattern, request, rule.Body),
            ["responses"] = Responses(schemas, method),
        };
        if (rule.Body.Length > 0)
        {
            var schema = rule.Body == "*"
                ? schemas.OfMessageWithout(method.InputType, pattern.Fields)
                : schemas.OfField(request.Field.Single(field => field.Name == rule.Body));
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(schema) };
        }

        if (ReasonsIn(comment) is { Count: > 0 } reasons)
        {
            operation["x-error-reasons"] = reasons;
        }

        if (!paths.TryGetValue(pattern.Path, out var path))
        {
            paths[pattern.Path] = path = [];
        }

        path[verb] = operation;
    }

    private static (string Verb, string Address) AddressOf(HttpRule rule) => rule.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => ("get", rule.Get),
        HttpRule.PatternOneofCase.Post => ("post", rule.Post),
        HttpRule.PatternOneofCase.Put => ("put", rule.Put),
        HttpRule.PatternOneofCase.Patch => ("patch", rule.Patch),
        _ => ("delete", rule.Delete),
    };

    private static JsonArray Parameters(
        ProtoCatalog catalog, ApiSchemas schemas, PathPattern pattern, DescriptorProto request, string body)
    {
        var parameters = new JsonArray();
        foreach (var name in pattern.Parameters)
        {
            parameters.Add(new JsonObject
            {
                ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
            });
        }

        if (body == "*")
        {
            return parameters;
        }

        foreach (var field in request.Field.Where(field => field.Name != body && !pattern.Fields.Contains(field.Name)))
        {
            var schema = schemas.OfField(field);
            parameters.Add(new JsonObject
            {
                ["name"] = field.JsonName,
                ["in"] = "query",
                ["required"] = ApiSchemas.Is(field, FieldBehavior.Required),
                ["description"] = catalog.CommentOn(field),
                ["schema"] = schema,
            });
        }

        return parameters;
    }

    private static JsonObject Responses(ApiSchemas schemas, MethodDescriptorProto method) => new()
    {
        ["200"] = new JsonObject
        {
            ["description"] = method.ServerStreaming ? "Messages as they come, one JSON object a line." : "Done, and on disk.",
            ["content"] = method.OutputType == ".google.api.HttpBody"
                ? new JsonObject { ["application/octet-stream"] = new JsonObject { ["schema"] = schemas.OfMessage(method.OutputType) } }
                : Content(schemas.OfMessage(method.OutputType)),
        },
        ["4XX"] = new JsonObject
        {
            ["description"] = "Refused; nothing was changed.",
            ["content"] = new JsonObject
            {
                [Json] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Refusal" } },
                [Door.ProblemAnswers.Type] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
            },
        },
    };

    private static JsonObject Content(JsonObject schema) => new() { [Json] = new JsonObject { ["schema"] = schema } };

    private static JsonArray ReasonsIn(string comment)
    {
        var at = comment.IndexOf("Errors:", StringComparison.Ordinal);
        return at < 0 ? [] : [.. Reason().Matches(comment[at..]).Select(match => match.Value).Distinct()];
    }

    private static string FirstSentence(string comment)
    {
        var end = comment.IndexOfAny(['.', ';', ':', '：'], Math.Min(1, comment.Length));
        return end < 0 ? comment : comment[..end];
    }

    [GeneratedRegex("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")]
    private static partial Regex Reason();
}
