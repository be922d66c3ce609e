using System.Text.RegularExpressions;

namespace StudySuite.Files;

/// <summary>Marks of secrecy on Chinese official papers (DOMAIN §10.4), also when spaced out for layout.</summary>
public static partial class SecrecyMarks
{
    public static bool IsSecret(string text) => Secret().IsMatch(text);

    public static bool IsInternal(string text) => Internal().IsMatch(text);

    [GeneratedRegex(@"(秘\s{0,8}密|机\s{0,8}密|绝\s{0,8}密)\s{0,8}[★☆]")]
    private static partial Regex Secret();

    [GeneratedRegex(@"内\s{0,4}部\s{0,4}(资\s{0,4}料|文\s{0,4}件|材\s{0,4}料)[\s,，、·]{0,8}注\s{0,4}意\s{0,4}保\s{0,4}(存|管)")]
    private static partial Regex Internal();
}
