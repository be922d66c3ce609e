using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Sessions.ResearchProjects;

/// <summary>What is written of a research project, checked.</summary>
internal static class ResearchContent
{
    public static readonly string[] Fields =
        ["people", "topic", "year", "base", "starts_on", "ends_on", "research_topic", "findings", "suggestions"];

    private const string At = "research_project";
    private const string TopicPattern = "units/{unit}/researchTopics/{research_topic}";

    public static async Task<(DateOnly? StartsOn, DateOnly? EndsOn)> CheckAsync(
        SessionsDbContext db, string unit, V1.ResearchProject asked, Violations wrong, CancellationToken cancellationToken)
    {
        wrong.Range($"{At}.people", asked.People.Count, 1, 10)
            .AddIf(asked.People.Distinct().Count() != asked.People.Count, $"{At}.people", "PERSON_REPEATED")
            .Text($"{At}.topic", asked.Topic)
            .Range($"{At}.year", asked.Year, 2000, 2100)
            .OptionalText($"{At}.base", asked.Base)
            .OptionalText($"{At}.findings", asked.Findings, 10_000)
            .OptionalText($"{At}.suggestions", asked.Suggestions, 10_000)
            .AddIf(
                asked.ResearchTopic.Length > 0 && ResourceName.TryParse(TopicPattern, asked.ResearchTopic)?[0] != unit,
                $"{At}.research_topic", "NAME_INVALID", ("value", asked.ResearchTopic), ("pattern", TopicPattern))
            .NoSecretMarks(At, asked);
        var startsOn = wrong.OptionalDate($"{At}.starts_on", asked.StartsOn);
        var endsOn = wrong.OptionalDate($"{At}.ends_on", asked.EndsOn);
        wrong.AddIf(endsOn < startsOn, $"{At}.ends_on", "END_BEFORE_START");

        var ids = asked.People.Select((name, i) => wrong.Person($"{At}.people[{i}]", name)).ToList();
        var known = await db.MemberViews.Where(member => member.Unit == unit && ids.Contains(member.Person))
            .Select(member => member.Person).ToListAsync(cancellationToken);
        for (var i = 0; i < ids.Count; i++)
        {
            wrong.AddIf(asked.People[i].Length == 0, $"{At}.people[{i}]", "FIELD_REQUIRED");
            wrong.AddIf(ids[i].Length > 0 && !known.Contains(ids[i]), $"{At}.people[{i}]", "PERSON_NOT_MEMBER", ("person", ids[i]));
        }

        wrong.ThrowIfAny();
        return (startsOn, endsOn);
    }
}
