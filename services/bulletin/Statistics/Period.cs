using StudySuite.Defaults.Errors;

namespace StudySuite.Bulletin.Statistics;

/// <summary>From the first to the last day, both counted.</summary>
internal readonly record struct Period(DateOnly Start, DateOnly End)
{
    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <param name="half">1 or 2; 0 for the whole year.</param>
    public static Period Of(int year, int half) => half switch
    {
        1 => new(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
        2 => new(new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)),
        _ => Year(year),
    };

    /// <summary>The half-year, year or number of days before this one.</summary>
    public Period Previous() => this == Of(Start.Year, 1) ? Of(Start.Year - 1, 2)
        : this == Of(Start.Year, 2) ? Of(Start.Year, 1)
        : this == Year(Start.Year) ? Year(Start.Year - 1)
        : new Period(Start.AddDays(Start.DayNumber - End.DayNumber - 1), Start.AddDays(-1));

    /// <summary>1 or 2 when it is just that half of a year, else 0.</summary>
    public int Half => this == Of(Start.Year, 1) ? 1 : this == Of(Start.Year, 2) ? 2 : 0;

    public static Period Parse(string start, string end, Violations wrong, string prefix = "")
    {
        var period = new Period(wrong.Date($"{prefix}start_date", start), wrong.Date($"{prefix}end_date", end));
        if (period.Start != default && period.End != default)
        {
            wrong.AddIf(period.End < period.Start, $"{prefix}end_date", "PERIOD_REVERSED");
        }

        return period;
    }
}
