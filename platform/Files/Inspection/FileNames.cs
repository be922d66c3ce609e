using System.Globalization;

namespace StudySuite.Files;

/// <summary>Names that people give to files, made harmless.</summary>
public static class FileNames
{
    private const int MaxLength = 120;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>
    /// Last part of the path, without what file systems, shells and browsers misread, and with the extension that fits
    /// the bytes: <c>../../报告.exe</c> of a PDF becomes <c>报告.pdf</c>.
    /// </summary>
    /// <param name="extension">With the dot.</param>
    public static string Clean(string name, string extension)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = new string([.. last.Where(c => !Forbidden.Contains(c, StringComparison.Ordinal) && IsShown(c))]);
        var dot = shown.LastIndexOf('.');
        var stem = (dot > 0 && shown.Length - dot <= 6 ? shown[..dot] : shown).Trim(' ', '.');
        if (stem.Length > MaxLength)
        {
            stem = stem[..(char.IsHighSurrogate(stem[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        }

        return (stem.Length == 0 ? "file" : stem) + extension;
    }

    // Control characters, and marks that turn the direction of writing to hide an extension.
    private static bool IsShown(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
