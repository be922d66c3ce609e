using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace StudySuite.Defaults.Access;

/// <summary>
/// Finds the unit that a request is about: the code after <c>units/</c> in its <c>name</c>, its <c>parent</c>,
/// or the <c>name</c> of the one resource it carries (Update).
/// </summary>
internal static class RequestUnit
{
    private static readonly ConcurrentDictionary<MessageDescriptor, Func<IMessage, string?>> Readers = new();

    /// <returns>The code, <c>-</c> for all units, or null when the request names no unit.</returns>
    public static string? Of(IMessage request)
    {
        var name = Readers.GetOrAdd(request.Descriptor, MakeReader)(request);
        if (name is null || !name.StartsWith("units/", StringComparison.Ordinal))
        {
            return null;
        }

        var end = name.IndexOfAny(['/', ':'], 6);
        var code = end < 0 ? name[6..] : name[6..end];
        return code.Length == 0 ? null : code;
    }

    private static Func<IMessage, string?> MakeReader(MessageDescriptor descriptor)
    {
        var own = descriptor.FindFieldByName("name") ?? descriptor.FindFieldByName("parent");
        if (own is { FieldType: FieldType.String })
        {
            return message => (string)own.Accessor.GetValue(message);
        }

        foreach (var field in descriptor.Fields.InDeclarationOrder())
        {
            if (field is { FieldType: FieldType.Message, IsRepeated: false, IsMap: false }
                && field.MessageType.FindFieldByName("name") is { FieldType: FieldType.String } inner)
            {
                return message => field.Accessor.GetValue(message) is IMessage resource
                    ? (string)inner.Accessor.GetValue(resource)
                    : null;
            }
        }

        return _ => null;
    }
}
