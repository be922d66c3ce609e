namespace StudySuite.Bulletin.Facts;

/// <summary>What one record adds to one figure of one unit on one day. Every figure is a sum of facts, kept nowhere else.</summary>
internal sealed class Fact
{
    /// <summary>Resource name of the record in its own service.</summary>
    public required string Source { get; init; }

    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>Which of the record's streams of events wrote it.</summary>
    public required string Stream { get; init; }

    public required string Unit { get; set; }

    public required DateOnly Day { get; init; }

    public required int Value { get; set; }

    /// <summary>For an indicator that counts once: what of, such as the code of the observed unit.</summary>
    public string? OncePer { get; set; }
}

/// <summary>
/// How far a record's stream of events was followed. Stays when the record counts nothing (any more), so that an
/// older event that comes late cannot bring it back.
/// </summary>
internal sealed class CountedRecord
{
    public required string Source { get; init; }

    public required string Stream { get; init; }

    public required long Version { get; set; }

    /// <summary>Empty when the event carries none.</summary>
    public required string Title { get; set; }

    /// <summary>Of a problem, as supervision sorts it; else empty.</summary>
    public string Category { get; set; } = "";
}
