using Google.Protobuf.Reflection;

namespace StudySuite.Web.Parts;

/// <summary>Values of enums as the contract spells them, such as <c>ARCHIVE_ITEM_KIND_ROLL</c>.</summary>
internal static class ContractNames
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        typeof(TEnum).GetField(value.ToString())?.GetCustomAttributes(typeof(OriginalNameAttribute), false)
            is [OriginalNameAttribute original] ? original.Name : "";
}
