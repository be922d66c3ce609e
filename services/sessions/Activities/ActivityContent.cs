using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Sessions.StudySessions;

namespace StudySuite.Sessions.Activities;

/// <summary>Checks one or many activities of a unit, with one query each for the people and the sessions they name.</summary>
internal static class ActivityContent
{
    public static readonly string[] Fields =
    [
        "kind", "title", "person", "person_name", "team", "happened_on", "place", "audience", "outlet", "url", "text", "session",
    ];

    public static async Task CheckAsync(
        SessionsDbContext db, string unit, IReadOnlyList<(string At, V1.Activity Asked)> activities, Violations wrong,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, List<string>>();
        var sessions = new Dictionary<string, List<string>>();
        foreach (var (at, asked) in activities)
        {
            CheckFields(at, asked, wrong, clock);
            var person = wrong.Person($"{at}.person", asked.Person);
            Note(people, person, $"{at}.person");
            if (asked.Session.Length > 0)
            {
                var session = SessionName.TryParse(asked.Session) is { } name && name.Unit == unit ? name.Id : "";
                wrong.AddIf(session.Length == 0, $"{at}.session", "SESSION_UNKNOWN", ("value", asked.Session));
                Note(sessions, session, $"{at}.session");
            }
        }

        var (personIds, sessionIds) = (people.Keys.ToList(), sessions.Keys.ToList());
        var members = personIds.Count == 0 ? [] : await db.MemberViews
            .Where(member => member.Unit == unit && personIds.Contains(member.Person))
            .Select(member => member.Person).ToListAsync(cancellationToken);
        var known = sessionIds.Count == 0 ? [] : await db.Sessions
            .Where(session => session.Unit == unit && sessionIds.Contains(session.Id))
            .Select(session => session.Id).ToListAsync(cancellationToken);
        AddUnknown(people, members, "PERSON_NOT_MEMBER", "person", wrong);
        AddUnknown(sessions, known, "SESSION_UNKNOWN", "value", wrong);
    }

    private static void CheckFields(string at, V1.Activity asked, Violations wrong, TimeProvider clock)
    {
        wrong.Enum($"{at}.kind", asked.Kind)
            .Text($"{at}.title", asked.Title)
            .OptionalText($"{at}.person_name", asked.PersonName, 100)
            .OptionalText($"{at}.team", asked.Team)
            .AddIf(asked.Person.Length + asked.PersonName.Length + asked.Team.Length == 0, $"{at}.person", "ACTIVITY_WHO_REQUIRED")
            .OptionalText($"{at}.place", asked.Place)
            .Range($"{at}.audience", asked.Audience, 0, 1_000_000)
            .OptionalText($"{at}.outlet", asked.Outlet)
            .OptionalUrl($"{at}.url", asked.Url)
            .OptionalText($"{at}.text", asked.Text, 20_000)
            .NoSecretMarks(at, asked)
            .PastDate($"{at}.happened_on", asked.HappenedOn, clock);
    }

    private static void Note(Dictionary<string, List<string>> places, string id, string field)
    {
        if (id.Length > 0)
        {
            places.TryAdd(id, []);
            places[id].Add(field);
        }
    }

    private static void AddUnknown(
        Dictionary<string, List<string>> places, List<string> known, string reason, string key, Violations wrong)
    {
        foreach (var (id, fields) in places.Where(place => !known.Contains(place.Key)))
        {
            fields.ForEach(field => wrong.Add(field, reason, (key, id)));
        }
    }
}
