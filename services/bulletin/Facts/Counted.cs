using StudySuite.Bulletin.Indicators;

namespace StudySuite.Bulletin.Facts;

/// <summary>Everything that a record counts for, as one of its events says.</summary>
/// <param name="source">Resource name of the record.</param>
/// <param name="stream">
/// Events of one stream replace each other by version. A record has one for each group of figures that is announced
/// by itself: a session's attendance is corrected without the session.
/// </param>
internal sealed class Counted(
    string source, string stream, long version, string title = "", string category = "")
{
    private readonly List<Fact> facts = [];

    public string Source => source;

    public string Stream => stream;

    public long Version => version;

    public string Title => title;

    public string Category => category;

    public IReadOnlyList<Fact> Facts => facts;

    public Counted AddIf(bool counts, Indicator indicator, string unit, DateOnly day) =>
        Add(indicator, unit, day, counts ? 1 : 0);

    public Counted Add(Indicator indicator, string unit, DateOnly day, int value = 1, string? oncePer = null)
    {
        if (value != 0)
        {
            facts.Add(new Fact
            {
                Source = source, Stream = stream, Indicator = indicator.Key,
                Unit = unit, Day = day, Value = value, OncePer = oncePer,
            });
        }

        return this;
    }
}
