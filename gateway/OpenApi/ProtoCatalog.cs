using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace StudySuite.Gateway.OpenApi;

/// <summary>
/// The contract as the compiler of protos read it, comments included: the build stores it beside the generated code.
/// </summary>
internal sealed class ProtoCatalog
{
    private const int Messages = FileDescriptorProto.MessageTypeFieldNumber;
    private const int Enums = FileDescriptorProto.EnumTypeFieldNumber;
    private const int Services = FileDescriptorProto.ServiceFieldNumber;

    private readonly Dictionary<string, DescriptorProto> messages = [];
    private readonly Dictionary<string, EnumDescriptorProto> enums = [];
    private readonly Dictionary<object, string> comments = new(ReferenceEqualityComparer.Instance);

    private ProtoCatalog(FileDescriptorSet files)
    {
        foreach (var file in files.File)
        {
            // An element may have several spans, of which one has the comment.
            var told = (file.SourceCodeInfo?.Location ?? [])
                .Where(location => location.LeadingComments.Length > 0)
                .GroupBy(location => string.Join('.', location.Path))
                .ToDictionary(spans => spans.Key, spans => spans.First().LeadingComments);
            AddMessages(file.MessageType, $".{file.Package}", $"{Messages}", DescriptorProto.NestedTypeFieldNumber, told);
            AddEnums(file.EnumType, $".{file.Package}", $"{Enums}", told);
            for (var i = 0; i < file.Service.Count; i++)
            {
                Tell(file.Service[i], $"{Services}.{i}", told);
                for (var j = 0; j < file.Service[i].Method.Count; j++)
                {
                    Tell(file.Service[i].Method[j], $"{Services}.{i}.{ServiceDescriptorProto.MethodFieldNumber}.{j}", told);
                }

                if (file.Package.StartsWith("studysuite.", StringComparison.Ordinal))
                {
                    ServicesOf.Add((file.Package, file.Service[i]));
                }
            }
        }
    }

    /// <summary>All services of the suite with their packages.</summary>
    public List<(string Package, ServiceDescriptorProto Service)> ServicesOf { get; } = [];

    public static ProtoCatalog Load()
    {
        var assembly = typeof(Notifications.V1.InboxItem).Assembly;
        using var stream = assembly.GetManifestResourceStream("studysuite.protoset")
            ?? throw new InvalidOperationException("The build left no studysuite.protoset.");
        var registry = new ExtensionRegistry { AnnotationsExtensions.Http, FieldBehaviorExtensions.FieldBehavior };
        return new ProtoCatalog(FileDescriptorSet.Parser.WithExtensionRegistry(registry).ParseFrom(stream));
    }

    public DescriptorProto Message(string type) => messages[type];

    public EnumDescriptorProto Enum(string type) => enums[type];

    public bool IsEnum(string type) => enums.ContainsKey(type);

    /// <summary>The comment above it, on one line; empty when there is none.</summary>
    public string CommentOn(object element) => comments.GetValueOrDefault(element, "");

    private void AddMessages(
        IReadOnlyList<DescriptorProto> found, string scope, string path, int nested, Dictionary<string, string> told)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var (type, at) = ($"{scope}.{found[i].Name}", $"{path}.{i}");
            messages[type] = found[i];
            Tell(found[i], at, told);
            for (var j = 0; j < found[i].Field.Count; j++)
            {
                Tell(found[i].Field[j], $"{at}.{DescriptorProto.FieldFieldNumber}.{j}", told);
            }

            AddMessages(found[i].NestedType, type, $"{at}.{nested}", nested, told);
            AddEnums(found[i].EnumType, type, $"{at}.{DescriptorProto.EnumTypeFieldNumber}", told);
        }
    }

    private void AddEnums(IReadOnlyList<EnumDescriptorProto> found, string scope, string path, Dictionary<string, string> told)
    {
        for (var i = 0; i < found.Count; i++)
        {
            enums[$"{scope}.{found[i].Name}"] = found[i];
            Tell(found[i], $"{path}.{i}", told);
            for (var j = 0; j < found[i].Value.Count; j++)
            {
                Tell(found[i].Value[j], $"{path}.{i}.{EnumDescriptorProto.ValueFieldNumber}.{j}", told);
            }
        }
    }

    private void Tell(object element, string path, Dictionary<string, string> told)
    {
        if (told.TryGetValue(path, out var comment))
        {
            comments[element] = string.Join(' ', comment.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }
}
