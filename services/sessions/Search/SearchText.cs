using System.Text;

namespace StudySuite.Sessions.Search;

/// <summary>
/// Chinese has no spaces between words: instead of dividing words, every pair of neighbouring characters is a key. A word
/// of two or more characters can only stand where all its pairs do.
/// </summary>
internal static class SearchText
{
    public const int Kept = 40_000;

    /// <summary>Lower case, runs of white space as one space, without what databases cannot hold.</summary>
    public static string Normalise(string text)
    {
        var normal = new StringBuilder(Math.Min(text.Length, Kept));
        foreach (var rune in text.EnumerateRunes())
        {
            if (normal.Length >= Kept)
            {
                break;
            }

            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                normal.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (normal.Length > 0 && normal[^1] != ' ')
            {
                normal.Append(' ');
            }
        }

        return normal.ToString().TrimEnd();
    }

    public static string Pairs(string normal) => string.Join(' ', PairsOf(normal).Distinct());

    /// <summary>A text query that needs all pairs; written so that PostgreSQL takes them as they are.</summary>
    public static string Query(IEnumerable<string> words) => string.Join(
        " & ", words.SelectMany(PairsOf).Distinct().Select(pair =>
            $"'{pair.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"));

    /// <summary>The text around a word, for the list of what was found.</summary>
    public static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        var (from, to) = (Math.Max(0, at - 30), Math.Min(text.Length, at + word.Length + 60));
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to < text.Length && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        return text[from..to];
    }

    private static IEnumerable<string> PairsOf(string normal)
    {
        Rune? last = null;
        foreach (var rune in normal.EnumerateRunes())
        {
            if (last is { } before && before.Value != ' ' && rune.Value != ' ')
            {
                yield return $"{before}{rune}";
            }

            last = rune;
        }
    }
}
