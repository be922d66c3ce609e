using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Documents;
using StudySuite.Sessions.Activities;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.ActivityImports;

/// <summary>The rows of a sheet, looked through with a handful of queries: what they come to, and all that is wrong.</summary>
internal sealed class ActivityRows(SessionsDbContext db, string unit, TimeProvider clock)
{
    private readonly List<SheetProblem> problems = [];
    private ILookup<string, string> members = Array.Empty<string>().ToLookup(name => name);
    private List<(string Id, string Title)> teams = [], projects = [];

    public int Count { get; private set; }

    public List<Activities.Activity> Activities { get; } = [];

    public IReadOnlyList<SheetProblem> Problems => problems;

    public async Task ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var reading = ActivitySheet.Template.Read(file);
        Count = reading.Rows.Count;
        problems.AddRange(reading.Problems);
        members = (await db.MemberViews.Where(member => member.Unit == unit)
                .Select(member => new { member.Name, member.Person }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(member => member.Name, member => member.Person);
        teams = [.. (await db.Activities
                .Where(a => a.Unit == unit && a.Kind == ActivityKind.OutreachTeam && !a.IsWithdrawn)
                .Select(a => new { a.Id, a.Title }).ToListAsync(cancellationToken)).Select(team => (team.Id, team.Title))];
        projects = [.. (await db.ResearchProjects.Where(p => p.Unit == unit).Select(p => new { p.Id, p.Topic })
            .ToListAsync(cancellationToken)).Select(project => (project.Id, project.Topic))];

        // A row whose cells are wrong is looked at no further: what follows from them would only confuse.
        var wrongCells = reading.Problems.Select(problem => problem.Row).ToHashSet();
        var rows = reading.Rows.Where(row => !wrongCells.Contains(row.Number))
            .Select(row => (Row: row, Asked: ToActivity(row))).ToList();
        await CheckAsync(rows, cancellationToken);
        await CheckIdsAsync([.. rows.Select(row => row.Row)], cancellationToken);
        problems.Sort((left, right) => left.Row.CompareTo(right.Row));
        if (problems.Count == 0)
        {
            foreach (var (row, asked) in rows)
            {
                var activity = new Activities.Activity(unit, ResourceName.NewId(row.Text(ActivitySheet.Id)));
                activity.Write(asked);
                Activities.Add(activity);
            }
        }
    }

    private async Task CheckAsync(List<(SheetRow Row, V1.Activity Asked)> rows, CancellationToken cancellationToken)
    {
        var wrong = new Violations();
        // Who is named wrongly is told so already; that nobody is named would confuse.
        var told = problems.Select(problem => problem.Row).ToHashSet();
        List<(string At, V1.Activity Asked)> asked = [.. rows.Select(row => (ActivitySheet.FieldOf(row.Row), row.Asked))];
        await ActivityContent.CheckAsync(db, unit, asked, wrong, clock, cancellationToken);
        await PlanItemLinks.CheckAsync(db, unit, asked, wrong, cancellationToken);
        problems.AddRange(wrong.All.Select(ActivitySheet.ToProblem)
            .Where(problem => problem.Reason != "ACTIVITY_WHO_REQUIRED" || !told.Contains(problem.Row)));
    }

    private async Task CheckIdsAsync(List<SheetRow> rows, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<string, SheetRow>();
        var wrong = new Violations();
        foreach (var row in rows.Where(row => row.Text(ActivitySheet.Id).Length > 0))
        {
            var id = row.Text(ActivitySheet.Id);
            if (!wanted.TryAdd(id, row))
            {
                problems.Add(row.Problem(ActivitySheet.Id, "ACTIVITY_ID_REPEATED"));
            }

            var before = wrong.All.Count;
            wrong.OptionalId(ActivitySheet.FieldOf(row), id);
            if (wrong.All.Count > before)
            {
                problems.Add(row.Problem(ActivitySheet.Id, "ID_INVALID", ("value", id)));
            }
        }

        var ids = wanted.Keys.ToList();
        var taken = ids.Count == 0 ? [] : await db.Activities.Where(a => a.Unit == unit && ids.Contains(a.Id))
            .Select(a => a.Id).ToListAsync(cancellationToken);
        problems.AddRange(taken.Select(id => wanted[id].Problem(ActivitySheet.Id, "ACTIVITY_EXISTS", ("resource", id))));
    }

    private string PersonOf(SheetRow row)
    {
        var name = row.Text(ActivitySheet.Member);
        List<string> people = name.Length == 0 ? [""] : [.. members[name]];
        if (people.Count != 1)
        {
            problems.Add(row.Problem(
                ActivitySheet.Member, people.Count == 0 ? "MEMBER_NAME_UNKNOWN" : "MEMBER_NAME_AMBIGUOUS", ("value", name)));
        }

        return people.Count == 1 ? people[0] : "";
    }

    private V1.Activity ToActivity(SheetRow row) => ActivitySheet.ToActivity(
        row, unit, PersonOf(row), Named(row, ActivitySheet.Outreach, teams, "TEAM_UNKNOWN"),
        Named(row, ActivitySheet.Project, projects, "RESEARCH_PROJECT_UNKNOWN"));

    /// <summary>By its id or, when only one is called so, its title.</summary>
    private string Named(SheetRow row, string column, List<(string Id, string Title)> all, string reason)
    {
        var name = row.Text(column);
        List<string> found = name.Length == 0 ? [""] : [.. all.Where(one => one.Id == name || one.Title == name).Select(one => one.Id)];
        if (found.Count != 1)
        {
            problems.Add(row.Problem(column, reason, ("value", name)));
        }

        return found.Count == 1 ? found[0] : "";
    }
}
