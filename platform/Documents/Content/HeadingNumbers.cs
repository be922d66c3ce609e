using System.Globalization;

namespace StudySuite.Documents;

/// <summary>一、 （一） 1. （1）: each level starts anew under the next higher one.</summary>
internal sealed class HeadingNumbers
{
    private readonly int[] counts = new int[4];

    public string Next(int level)
    {
        counts[level - 1]++;
        Array.Clear(counts, level, counts.Length - level);
        var count = counts[level - 1];
        return level switch
        {
            1 => $"{Chinese(count)}、",
            2 => $"（{Chinese(count)}）",
            3 => string.Create(CultureInfo.InvariantCulture, $"{count}．"),
            _ => string.Create(CultureInfo.InvariantCulture, $"（{count}）"),
        };
    }

    public void Restart() => Array.Clear(counts);

    /// <summary>1 to 99 in words.</summary>
    internal static string Chinese(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var (tens, ones) = Math.DivRem(number, 10);
        return tens switch
        {
            0 => $"{Digits[ones]}",
            1 => ones == 0 ? "十" : $"十{Digits[ones]}",
            < 10 => ones == 0 ? $"{Digits[tens]}十" : $"{Digits[tens]}十{Digits[ones]}",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
