namespace StudySuite.Documents;

internal abstract record Shape;

/// <summary>A filled box; <paramref name="Colour"/> is an index into <see cref="ChartDrawing.Colours"/>.</summary>
internal sealed record Box(double X, double Y, double Width, double Height, int Colour) : Shape;

internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, int Colour, double Width) : Shape;

/// <param name="Anchor"><c>start</c>, <c>middle</c> or <c>end</c>, as in SVG.</param>
internal sealed record Caption(double X, double Y, string Text, double Size, string Anchor) : Shape;

/// <summary>A chart as shapes on a plane of 640 × 360, for whoever draws them.</summary>
internal static class ChartDrawing
{
    public const int Width = 640, Height = 360, Grey = 6, Ink = 7;
    private const double Left = 56, Right = 620, Top = 58, Bottom = 300;

    // Told apart in grey print too; grey and ink are for the axes.
    public static readonly IReadOnlyList<string> Colours =
        ["#9e1b1b", "#d98a3d", "#3b6ea5", "#7fa66a", "#6b5b95", "#c9b458", "#d0d0d0", "#333333"];

    public static IEnumerable<Shape> Of(Chart chart)
    {
        var values = chart.Series.SelectMany(series => series.Values).DefaultIfEmpty();
        var scale = ChartScale.For(chart.Kind == ChartKind.StackedBar
            ? chart.Categories.Select((_, at) => chart.Series.Sum(series => series.Values[at])).DefaultIfEmpty().Max()
            : values.Max());

        var shapes = chart.Kind == ChartKind.Line ? Lines(chart, scale) : Bars(chart, scale);
        return [.. Frame(chart, scale), .. Legend(chart), .. shapes];
    }

    private static IEnumerable<Shape> Frame(Chart chart, ChartScale scale)
    {
        yield return new Caption(Width / 2.0, 22, chart.Title, 16, "middle");
        for (var step = 0; step <= scale.Steps; step++)
        {
            var y = Y(scale, step * scale.Step);
            yield return new Stroke([(Left, y), (Right, y)], step == 0 ? Ink : Grey, 1);
            yield return new Caption(Left - 6, y + 4, ChartScale.Text(step * scale.Step), 11, "end");
        }

        if (chart.Unit.Length > 0)
        {
            yield return new Caption(Left, Top - 8, $"单位：{chart.Unit}", 11, "end");
        }

        // Many names: only each n-th is written.
        var every = (int)Math.Ceiling(chart.Categories.Count / 16.0);
        foreach (var (index, name) in chart.Categories.Index().Where(one => one.Index % Math.Max(1, every) == 0))
        {
            var shown = name.Length > 8 ? $"{name[..7]}…" : name;
            yield return new Caption(Middle(chart, index), Bottom + 18, shown, 11, "middle");
        }
    }

    private static IEnumerable<Shape> Legend(Chart chart)
    {
        var x = Left;
        foreach (var (index, series) in chart.Series.Index())
        {
            yield return new Box(x, Height - 24, 12, 12, Colour(index));
            yield return new Caption(x + 18, Height - 14, series.Name, 12, "start");
            x += 36 + Texts.Width(series.Name) * 12;
        }
    }

    private static IEnumerable<Shape> Bars(Chart chart, ChartScale scale)
    {
        var slot = (Right - Left) / Math.Max(1, chart.Categories.Count);
        var isStacked = chart.Kind == ChartKind.StackedBar;
        var bar = slot * 0.7 / (isStacked ? 1 : Math.Max(1, chart.Series.Count));
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            var floor = 0.0;
            foreach (var (index, series) in chart.Series.Index())
            {
                var x = Left + slot * at + slot * 0.15 + (isStacked ? 0 : bar * index);
                var (value, below) = (series.Values[at], isStacked ? floor : 0);
                var top = Y(scale, below + value);
                yield return new Box(x, top, bar, Y(scale, below) - top, Colour(index));
                floor += value;
            }
        }
    }

    private static IEnumerable<Shape> Lines(Chart chart, ChartScale scale)
    {
        foreach (var (index, series) in chart.Series.Index())
        {
            var points = series.Values.Select((value, at) => (Middle(chart, at), Y(scale, value))).ToList();
            yield return new Stroke(points, Colour(index), 2.5);
            foreach (var (x, y) in points)
            {
                yield return new Box(x - 3, y - 3, 6, 6, Colour(index));
            }
        }
    }

    private static int Colour(int series) => series % Grey;

    private static double Middle(Chart chart, int at) =>
        Left + (Right - Left) / Math.Max(1, chart.Categories.Count) * (at + 0.5);

    private static double Y(ChartScale scale, double value) => Bottom - (Bottom - Top) * value / scale.Top;
}
