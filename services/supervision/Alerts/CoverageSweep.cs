using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Supervision.Coverage;

namespace StudySuite.Supervision.Alerts;

/// <summary>
/// Sixty days before a year ends, whoever organises sit-ins hears once how many units the cycle still misses: one alert for
/// the organiser, not one for each unit (DOMAIN §16).
/// </summary>
internal sealed class CoverageSweep(TimeProvider clock) : ISweep<SupervisionDbContext>
{
    private const int DaysBefore = 60;

    public async Task SweepAsync(SupervisionDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var dueOn = new DateOnly(today.Year, 12, 31);
        if (today < dueOn.AddDays(-DaysBefore))
        {
            return;
        }

        var known = db.UnitViews.Select(unit => unit.Code);
        var organisers = await db.Observations.Select(o => o.Organiser).Union(db.Campaigns.Select(c => c.Unit))
            .Where(unit => known.Contains(unit)).OrderBy(unit => unit).ToListAsync(cancellationToken);
        var subjects = organisers.Select(unit => SubjectOf(unit, today.Year)).ToList();
        var told = await db.SubjectsDoneWith(AlertDay.DueSoon).Where(subject => subjects.Contains(subject))
            .ToListAsync(cancellationToken);
        var cycle = await db.CycleYearsAsync(today.Year, cancellationToken);
        foreach (var unit in organisers.Where(unit => !told.Contains(SubjectOf(unit, today.Year))))
        {
            var missing = (await db.CoveredAsync(unit, cancellationToken)).Count(covered => covered.IsDue(today.Year, cycle));
            if (missing > 0)
            {
                await db.FireOnceAsync(
                    SubjectOf(unit, today.Year), AlertDay.DueSoon,
                    new CoverageDue(unit, today.Year, missing, dueOn, today.Year), clock.GetUtcNow(), cancellationToken);
            }
        }
    }

    private static string SubjectOf(string unit, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"units/{unit}/coverage/{year}");
}
