namespace StudySuite.Benchmarks.Reports;

/// <summary>One line of the table: what was measured, round by round.</summary>
/// <param name="Unit">Of the figures, such as <c>calls/s</c>.</param>
/// <param name="Ours">One figure a round.</param>
/// <param name="Against">What it is held against, in the same rounds; empty when there is nothing to hold it against.</param>
/// <param name="Budget">What it must reach, in words; empty when there is none.</param>
internal sealed record Row(
    string What, string Unit, IReadOnlyList<double> Ours, IReadOnlyList<double> Against, string Budget = "")
{
    /// <summary>One a round, because only figures of one round met the same machine.</summary>
    public IReadOnlyList<double> Ratios => [.. Ours.Zip(Against, (one, other) => one / other)];

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
