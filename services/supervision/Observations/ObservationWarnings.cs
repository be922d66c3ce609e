using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudySuite.Roster;
using StudySuite.Supervision.V1;

namespace StudySuite.Supervision.Observations;

internal static class ObservationWarnings
{
    /// <summary>
    /// Nothing is refused for these: a unit that is observed twice within half a year (burden rules, DOMAIN §6), and
    /// more people than a team has.
    /// </summary>
    public static async Task<List<Warning>> WarningsAsync(
        this SupervisionDbContext db, Observation observation, DateOnly day, Rules rules, CancellationToken cancellationToken)
    {
        var from = new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1);
        var to = from.AddMonths(6);
        var others = await db.Observations.AsNoTracking()
            .Where(o => o.Unit == observation.Unit && o.Id != observation.Id)
            .Where(o => (o.ObservedOn ?? o.DatedFor ?? o.AnnouncedOn) >= from && (o.ObservedOn ?? o.DatedFor ?? o.AnnouncedOn) < to)
            .OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        var warnings = others
            .Select(id => new Warning(ObservationWarningKind.SameHalfYear, $"units/{observation.Unit}/observations/{id}")).ToList();
        var size = rules.Number("observe.team_size");
        if (observation.Observers.Count > size)
        {
            warnings.Add(new Warning(ObservationWarningKind.LargeTeam, size.ToString(CultureInfo.InvariantCulture)));
        }

        return warnings;
    }
}
