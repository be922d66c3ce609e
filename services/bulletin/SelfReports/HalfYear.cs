using System.Globalization;
using StudySuite.Bulletin.Statistics;
using StudySuite.Roster;

namespace StudySuite.Bulletin.SelfReports;

/// <summary>One half of a year at a unit.</summary>
internal sealed record HalfYear(string Unit, int Year, int Half)
{
    public Period Period => Period.Of(Year, Half);

    /// <summary>The rules give month and day; the second half is reported in the year after.</summary>
    public DateOnly DueOn(Rules rules) => DateOnly.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{(Half == 1 ? Year : Year + 1)}-")
            + rules.Text(Half == 1 ? "half_year_report.due_first" : "half_year_report.due_second"),
        "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
