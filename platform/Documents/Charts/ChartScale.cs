using System.Globalization;

namespace StudySuite.Documents;

/// <summary>An axis from zero in four or five even steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="Step">Between two lines of the axis.</param>
internal sealed record ChartScale(double Step, int Steps)
{
    public double Top => Step * Steps;

    public static ChartScale For(double highest)
    {
        if (!(highest > 0) || !double.IsFinite(highest))
        {
            return new ChartScale(1, 4);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(highest / 5)));
        var step = new[] { 1, 2, 5, 10 }.Select(factor => factor * power)
            .First(one => one * 5 >= highest - power * 1e-9);
        return new ChartScale(step, Math.Max(1, (int)Math.Ceiling(highest / step - 1e-9)));
    }

    public static string Text(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
