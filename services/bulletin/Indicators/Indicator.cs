namespace StudySuite.Bulletin.Indicators;

/// <summary>One figure that the suite keeps.</summary>
/// <param name="Key">Stable; stands with every fact.</param>
/// <param name="ZhName">Over its column.</param>
/// <param name="Rule">How it is counted and on which day it falls, in Chinese.</param>
/// <param name="Events">Types of the events that carry it.</param>
internal sealed record Indicator(string Key, string ZhName, string Meaning, string Rule, params IReadOnlyList<Type> Events)
{
    /// <summary>
    /// Not a sum: what the facts name in <see cref="Facts.Fact.OncePer"/> counts once in any period, however often.
    /// </summary>
    public bool CountsOnce { get; init; }
}
