using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Deadlines;
using StudySuite.Events;
using StudySuite.Roster;

namespace StudySuite.Sessions.MemberYears;

/// <summary>
/// By 1 November each full member hears once, alone, what the year still asks (DOMAIN §16). A unit is looked through once: who
/// has done all is not told later, and nobody is told twice.
/// </summary>
internal sealed class ObligationSweep(TimeProvider clock) : ISweep<SessionsDbContext>
{
    private const string Level = "NOVEMBER";
    private const int UnitsAtOnce = 20;

    public async Task SweepAsync(SessionsDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await Rules.LoadAsync(db, today, cancellationToken);
        if (today < rules.DayIn("member.remind_on", today.Year))
        {
            return;
        }

        var (done, tail) = (db.SubjectsDoneWith(Level), $"/years/{today.Year:0000}");
        // A unit whose members are not entered yet is not through.
        var units = await db.UnitViews.AsNoTracking().Where(unit => !done.Contains("units/" + unit.Code + tail))
            .Where(unit => db.MemberViews.Any(member =>
                member.Unit == unit.Code && member.Kind == "Full" && member.From <= today && (member.To == null || member.To >= today)))
            .OrderBy(unit => unit.Code).Take(UnitsAtOnce).Select(unit => new { unit.Code, unit.Kind }).ToListAsync(cancellationToken);
        foreach (var unit in units)
        {
            // Another replica that is at the same unit waits here, and then has nothing to do.
            if (await db.PassOverAsync($"units/{unit.Code}{tail}", Level, clock.GetUtcNow(), cancellationToken))
            {
                await RemindAsync(db, unit.Code, rules.For(unit.Code, unit.Kind), today, cancellationToken);
            }
        }
    }

    private async Task RemindAsync(
        SessionsDbContext db, string unit, Rules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var members = await db.MemberViews.AsNoTracking().OfUnitOn(unit, today).ToListAsync(cancellationToken);
        List<string> people = [.. members.Where(member => member.IsFull).Select(member => member.Person).Distinct()];
        var lastDay = new DateOnly(today.Year, 12, 31);
        foreach (var deeds in await MemberDeeds.ReadAsync(db, unit, today.Year, people, cancellationToken))
        {
            var open = Obligations.OpenOf(deeds, rules, today.Year);
            var page = $"units/{unit}/people/{deeds.Person}/years/{today.Year:0000}";
            if (open.Count > 0)
            {
                await db.FireOnceAsync(
                    page, Level, new MemberObligationsOpen(page, unit, deeds.Person, today.Year, open, lastDay, 1),
                    clock.GetUtcNow(), cancellationToken);
            }
        }
    }
}
