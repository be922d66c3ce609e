using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Roster;

namespace StudySuite.Supervision.Campaigns;

/// <summary>The teams of a campaign, checked as a whole: nobody sits in at a unit of his own.</summary>
internal static class CampaignTeams
{
    private const string At = "observation_campaign.teams";

    public static async Task<List<ObserverTeam>> TeamsAsync(
        this SupervisionDbContext db, string organiser, IReadOnlyList<V1.ObserverTeam> asked, DateOnly day, int teamSize,
        Violations wrong, CancellationToken cancellationToken)
    {
        wrong.Range(At, asked.Count, 0, 50);
        var path = await db.UnitViews.Where(unit => unit.Code == organiser).Select(unit => unit.Path)
            .SingleAsync(cancellationToken);
        var below = await db.UnitViews.AsNoTracking()
            .Where(unit => unit.Path.StartsWith(path) && unit.Code != organiser && unit.ClosedOn == null)
            .Select(unit => unit.Code).ToListAsync(cancellationToken);
        var (teams, taken) = (new List<ObserverTeam>(), new HashSet<string>());
        for (var i = 0; i < asked.Count; i++)
        {
            wrong.Text($"{At}[{i}].title", asked[i].Title, 100).Range($"{At}[{i}].observers", asked[i].Observers.Count, 1, 20);
            var observers = Ids("people/{person}", asked[i].Observers, $"{At}[{i}].observers", "OBSERVER_REPEATED", [], wrong);
            var units = Ids("units/{unit}", asked[i].Units, $"{At}[{i}].units", "UNIT_REPEATED", taken, wrong);
            teams.Add(new ObserverTeam(i + 1, asked[i].Title, observers, units, observers.Count > teamSize));
            for (var j = 0; j < units.Count; j++)
            {
                wrong.AddIf(!below.Contains(units[j]), $"{At}[{i}].units[{j}]", "UNIT_NOT_FOUND", ("resource", $"units/{units[j]}"));
            }
        }

        await db.CheckConflictsAsync(teams, day, wrong, cancellationToken);
        return teams;
    }

    /// <summary>Again at the start: someone may have joined a unit meanwhile.</summary>
    public static async Task CheckConflictsAsync(
        this SupervisionDbContext db, IReadOnlyList<ObserverTeam> teams, DateOnly day, Violations wrong,
        CancellationToken cancellationToken)
    {
        for (var i = 0; i < teams.Count; i++)
        {
            for (var j = 0; j < teams[i].Units.Count; j++)
            {
                foreach (var person in await db.MembersAmongAsync(teams[i].Units[j], teams[i].Observers, day, cancellationToken))
                {
                    wrong.Add($"{At}[{i}].units[{j}]", "OBSERVER_IS_MEMBER", ("person", $"people/{person}"));
                }
            }
        }
    }

    private static List<string> Ids(
        string pattern, IReadOnlyList<string> names, string at, string repeated, HashSet<string> taken, Violations wrong)
    {
        var ids = new List<string>();
        for (var i = 0; i < names.Count; i++)
        {
            if (ResourceName.TryParse(pattern, names[i]) is not [var id])
            {
                wrong.Add($"{at}[{i}]", "NAME_INVALID", ("value", names[i]), ("pattern", pattern));
                continue;
            }

            wrong.AddIf(!taken.Add(id), $"{at}[{i}]", repeated);
            ids.Add(id);
        }

        return ids;
    }
}
