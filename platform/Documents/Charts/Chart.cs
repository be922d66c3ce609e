namespace StudySuite.Documents;

/// <param name="Categories">Names along the axis, such as months; each series has a value for each.</param>
public sealed record Chart(
    string Title, ChartKind Kind, IReadOnlyList<string> Categories, params IReadOnlyList<ChartSeries> Series)
{
    /// <summary>What is counted, such as 次 or %.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The chart in words, for those who do not see it.</summary>
    public string Description => string.Join('；', Series.Select(series =>
        $"{series.Name}：" + string.Join('，', Categories.Zip(
            series.Values, (name, value) => $"{name} {ChartScale.Text(value)}{Unit}"))));
}

public sealed record ChartSeries(string Name, IReadOnlyList<double> Values);

public enum ChartKind
{
    Bar,

    /// <summary>The series of a category on top of each other.</summary>
    StackedBar,

    Line,
}
