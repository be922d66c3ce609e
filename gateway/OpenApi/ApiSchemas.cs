using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;
using FieldType = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;
using Label = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Label;

namespace StudySuite.Gateway.OpenApi;

/// <summary>Messages and enums as JSON schemas, by the rules of proto3's JSON; collects what is referred to.</summary>
internal sealed class ApiSchemas(ProtoCatalog catalog)
{
    private static readonly Dictionary<string, Func<JsonObject>> WellKnown = new()
    {
        [".google.protobuf.Timestamp"] = () => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        [".google.protobuf.Duration"] = () => new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("1.5s") },
        [".google.protobuf.FieldMask"] = () => new JsonObject { ["type"] = "string", ["examples"] = new JsonArray("title,text") },
        [".google.protobuf.Empty"] = () => new JsonObject { ["type"] = "object" },
        [".google.protobuf.Struct"] = () => new JsonObject { ["type"] = "object" },
        [".google.api.HttpBody"] = () => new JsonObject { ["type"] = "string", ["format"] = "binary" },
    };

    private readonly SortedDictionary<string, JsonObject> components = new(StringComparer.Ordinal);

    public JsonObject Components => new(components.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));

    public JsonObject OfMessage(string type) => WellKnown.TryGetValue(type, out var known) ? known() : Refer(type);

    /// <summary>A message inline, without some of its fields: a request whose path holds the rest.</summary>
    public JsonObject OfMessageWithout(string type, IReadOnlySet<string> fields) => Describe(catalog.Message(type), fields);

    public JsonObject OfField(FieldDescriptorProto field)
    {
        if (IsMap(field, out var value))
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = OfSingle(value) };
        }

        return field.Label == Label.Repeated
            ? new JsonObject { ["type"] = "array", ["items"] = OfSingle(field) }
            : OfSingle(field);
    }

    public static bool Is(FieldDescriptorProto field, FieldBehavior behavior) =>
        field.Options?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Contains(behavior) == true;

    private JsonObject OfSingle(FieldDescriptorProto field) => field.Type switch
    {
        FieldType.Message => OfMessage(field.TypeName),
        FieldType.Enum => Refer(field.TypeName),
        FieldType.Bool => new JsonObject { ["type"] = "boolean" },
        FieldType.Bytes => new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" },
        FieldType.Double or FieldType.Float => new JsonObject { ["type"] = "number" },
        FieldType.Int32 or FieldType.Uint32 or FieldType.Sint32 or FieldType.Fixed32 or FieldType.Sfixed32 =>
            new JsonObject { ["type"] = "integer", ["format"] = "int32" },
        FieldType.String => new JsonObject { ["type"] = "string" },
        // 64 bits do not fit into a number of JavaScript.
        _ => new JsonObject { ["type"] = "string", ["format"] = "int64" },
    };

    private bool IsMap(FieldDescriptorProto field, out FieldDescriptorProto value)
    {
        value = field;
        if (field.Type != FieldType.Message || field.Label != Label.Repeated || field.TypeName.StartsWith(".google.", StringComparison.Ordinal))
        {
            return false;
        }

        var entry = catalog.Message(field.TypeName);
        if (entry.Options?.MapEntry != true)
        {
            return false;
        }

        value = entry.Field.Single(part => part.Name == "value");
        return true;
    }

    private JsonObject Refer(string type)
    {
        var name = NameOf(type);
        if (!components.ContainsKey(name))
        {
            // Taken first, so that a message which holds itself ends.
            components[name] = [];
            components[name] = catalog.IsEnum(type) ? DescribeEnum(catalog.Enum(type)) : Describe(catalog.Message(type), new HashSet<string>());
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private JsonObject Describe(DescriptorProto message, IReadOnlySet<string> without)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var field in message.Field.Where(field => !without.Contains(field.Name)))
        {
            var schema = OfField(field);
            if (catalog.CommentOn(field) is { Length: > 0 } comment)
            {
                schema["description"] = comment;
            }

            if (Is(field, FieldBehavior.OutputOnly))
            {
                schema["readOnly"] = true;
            }

            if (Is(field, FieldBehavior.InputOnly))
            {
                schema["writeOnly"] = true;
            }

            properties[field.JsonName] = schema;
            if (Is(field, FieldBehavior.Required))
            {
                required.Add(field.JsonName);
            }
        }

        var described = new JsonObject { ["type"] = "object", ["description"] = catalog.CommentOn(message), ["properties"] = properties };
        if (required.Count > 0)
        {
            described["required"] = required;
        }

        return described;
    }

    private JsonObject DescribeEnum(EnumDescriptorProto values) => new()
    {
        ["type"] = "string",
        ["description"] = string.Join(
            "\n", values.Value.Select(value => $"- `{value.Name}`: {catalog.CommentOn(value)}").Prepend(catalog.CommentOn(values))),
        ["enum"] = new JsonArray([.. values.Value.Select(value => (JsonNode)value.Name)]),
    };

    /// <summary><c>.studysuite.planning.v1.AnnualPlan</c> → <c>planning.AnnualPlan</c>.</summary>
    private static string NameOf(string type)
    {
        var parts = type.Trim('.').Split('.');
        return parts[0] == "studysuite" ? $"{parts[1]}.{string.Join('.', parts[3..])}" : string.Join('.', parts);
    }
}
