using System.Globalization;
using System.Xml;

namespace StudySuite.Documents;

internal static class Texts
{
    /// <summary>Without what XML cannot hold.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(IsXml).Select(rune => rune.ToString()));

    /// <summary>Widths of a line in whole characters: Latin letters and digits count half.</summary>
    public static double Width(string text) => text.Sum(c => c < 0x2000 ? 0.5 : 1);

    /// <summary>2023年7月15日: no leading zeros.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    private static bool IsXml(System.Text.Rune rune) =>
        rune.Value > 0xFFFF || (rune.Value != 0xFFFD && XmlConvert.IsXmlChar((char)rune.Value));
}
