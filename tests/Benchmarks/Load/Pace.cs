namespace StudySuite.Benchmarks.Load;

/// <summary>How long everything is measured. A quick run shows that the lines work, not how fast anything is.</summary>
internal static class Pace
{
    public static bool IsQuick { get; set; }

    public static int Rounds => IsQuick ? 1 : 5;

    public static TimeSpan Of(double seconds) => TimeSpan.FromSeconds(IsQuick ? 1 : seconds);
}
