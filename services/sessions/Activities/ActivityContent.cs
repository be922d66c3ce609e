using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Activities;

/// <summary>Checks one or many activities of a unit, with one query each for the people, sessions, teams and projects they name.</summary>
internal static class ActivityContent
{
    public static readonly string[] Fields =
    [
        "kind", "title", "person", "person_name", "team", "happened_on", "place", "audience", "outlet", "url", "text", "session",
        "plan_item", "topic", "shared_at", "outreach_team", "research_project", "details",
    ];

    private const string SelfStudyPlanPattern = "units/{unit}/selfStudyPlans/{self_study_plan}";

    public static async Task CheckAsync(
        SessionsDbContext db, string unit, IReadOnlyList<(string At, V1.Activity Asked)> activities, Violations wrong,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var (people, sessions, teams, projects) = (new References(), new References(), new References(), new References());
        foreach (var (at, asked) in activities)
        {
            CheckFields(at, asked, unit, wrong, clock);
            var person = wrong.Person($"{at}.person", asked.Person);
            people.Note(person, $"{at}.person");
            NoteSession($"{at}.session", asked.Session);
            NoteSession($"{at}.shared_at", asked.SharedAt);
            Note(teams, $"{at}.outreach_team", asked.OutreachTeam, "units/{unit}/activities/{activity}", "TEAM_UNKNOWN");
            Note(
                projects, $"{at}.research_project", asked.ResearchProject, "units/{unit}/researchProjects/{research_project}",
                "RESEARCH_PROJECT_UNKNOWN");
            for (var i = 0; i < asked.Details?.Members.Count; i++)
            {
                var field = $"{at}.details.members[{i}].person";
                people.Note(wrong.Person(field, asked.Details.Members[i].Person), field);
            }
        }

        await people.RequireAsync(
            ids => db.MemberViews.Where(m => m.Unit == unit && ids.Contains(m.Person)).Select(m => m.Person),
            "PERSON_NOT_MEMBER", "person", wrong, cancellationToken);
        await sessions.RequireAsync(
            ids => db.Sessions.Where(s => s.Unit == unit && ids.Contains(s.Id)).Select(s => s.Id),
            "SESSION_UNKNOWN", "value", wrong, cancellationToken);
        await teams.RequireAsync(
            ids => db.Activities.Where(a => a.Unit == unit && ids.Contains(a.Id)
                && a.Kind == ActivityKind.OutreachTeam && !a.IsWithdrawn).Select(a => a.Id),
            "TEAM_UNKNOWN", "value", wrong, cancellationToken);
        await projects.RequireAsync(
            ids => db.ResearchProjects.Where(p => p.Unit == unit && ids.Contains(p.Id)).Select(p => p.Id),
            "RESEARCH_PROJECT_UNKNOWN", "value", wrong, cancellationToken);

        void NoteSession(string field, string name)
        {
            var id = SessionName.TryParse(name) is { } session && session.Unit == unit ? session.Id : "";
            wrong.AddIf(name.Length > 0 && id.Length == 0, field, "SESSION_UNKNOWN", ("value", name));
            sessions.Note(id, field);
        }

        void Note(References references, string field, string name, string pattern, string reason)
        {
            var parts = ResourceName.TryParse(pattern, name);
            var id = parts is not null && parts[0] == unit ? parts[1] : "";
            wrong.AddIf(name.Length > 0 && id.Length == 0, field, reason, ("value", name));
            references.Note(id, field);
        }
    }

    private static void CheckFields(string at, V1.Activity asked, string unit, Violations wrong, TimeProvider clock)
    {
        wrong.Enum($"{at}.kind", asked.Kind)
            .Text($"{at}.title", asked.Title)
            .OptionalText($"{at}.person_name", asked.PersonName, 100)
            .OptionalText($"{at}.team", asked.Team)
            .AddIf(
                asked.Person.Length + asked.PersonName.Length + asked.Team.Length + asked.OutreachTeam.Length == 0,
                $"{at}.person", "ACTIVITY_WHO_REQUIRED")
            .OptionalText($"{at}.place", asked.Place)
            .Range($"{at}.audience", asked.Audience, 0, 1_000_000)
            .OptionalText($"{at}.outlet", asked.Outlet)
            .OptionalUrl($"{at}.url", asked.Url)
            .OptionalText($"{at}.text", asked.Text, 20_000)
            .OptionalText($"{at}.topic", asked.Topic, 300)
            .AddIf(asked.IsPlanned && !ActivityKinds.CanBePlanned(asked.Kind), $"{at}.is_planned", "PLANNED_NOT_FOR_KIND")
            .AddIf(
                asked.ResearchProject.Length > 0 && !ActivityKinds.IsResearch(asked.Kind), $"{at}.research_project",
                "RESEARCH_NOT_FOR_KIND")
            .NoSecretMarks(at, asked);
        CheckLink($"{at}.plan_item", asked.PlanItem, PlanItemLinks.Pattern, unit, wrong);
        if (asked.IsPlanned)
        {
            wrong.Date($"{at}.happened_on", asked.HappenedOn);
        }
        else
        {
            wrong.PastDate($"{at}.happened_on", asked.HappenedOn, clock);
        }

        if (asked.Details is { } details)
        {
            CheckDetails($"{at}.details", details, unit, wrong);
        }
    }

    private static void CheckDetails(string at, V1.ActivityDetails details, string unit, Violations wrong)
    {
        wrong.Range($"{at}.reading_list", details.ReadingList.Count, 0, 30)
            .Range($"{at}.members", details.Members.Count, 0, 100)
            .AddIf(!Enum.IsDefined(details.AudienceKind), $"{at}.audience_kind", "ENUM_UNKNOWN", ("value", $"{details.AudienceKind}"));
        for (var i = 0; i < details.ReadingList.Count; i++)
        {
            wrong.Text($"{at}.reading_list[{i}]", details.ReadingList[i]);
        }

        for (var i = 0; i < details.Members.Count; i++)
        {
            var member = details.Members[i];
            wrong.OptionalText($"{at}.members[{i}].person_name", member.PersonName, 100)
                .AddIf(member.Person.Length + member.PersonName.Length == 0, $"{at}.members[{i}]", "ACTIVITY_WHO_REQUIRED");
        }

        CheckLink($"{at}.self_study_plan", details.SelfStudyPlan, SelfStudyPlanPattern, unit, wrong);
    }

    /// <summary>Of a thing that planning keeps: its name must be one of this unit.</summary>
    private static void CheckLink(string field, string name, string pattern, string unit, Violations wrong) => wrong.AddIf(
        name.Length > 0 && ResourceName.TryParse(pattern, name)?[0] != unit,
        field, "NAME_INVALID", ("value", name), ("pattern", pattern));

    /// <summary>What the activities name, and at which fields.</summary>
    private sealed class References
    {
        private readonly Dictionary<string, List<string>> places = [];

        public void Note(string id, string field)
        {
            if (id.Length > 0)
            {
                places.TryAdd(id, []);
                places[id].Add(field);
            }
        }

        public async Task RequireAsync(
            Func<List<string>, IQueryable<string>> query, string reason, string key, Violations wrong,
            CancellationToken cancellationToken)
        {
            List<string> ids = [.. places.Keys];
            var known = ids.Count == 0 ? [] : (await query(ids).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var (id, fields) in places.Where(place => !known.Contains(place.Key)))
            {
                fields.ForEach(field => wrong.Add(field, reason, (key, id)));
            }
        }
    }
}
