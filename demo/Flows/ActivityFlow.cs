using System.Globalization;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;

namespace StudySuite.Demo.Flows;

/// <summary>
/// What members and teams did beyond the meetings, one record each, entered in batches as from a list: visits and reports
/// belong to a member's research project, talks to their team.
/// </summary>
internal sealed class ActivityFlow(Cast cast, Year year)
{
    private const int BatchSize = 100;
    private const int Members = 13;
    private const int Teams = 8;

    public async Task RunAsync()
    {
        var reports = year["research_reports_and_articles"] / 2;
        var kinds = new (ActivityKind Kind, int Count, string Title)[]
        {
            (ActivityKind.Reflection, year["reflections"], "学习心得体会"),
            (ActivityKind.ResearchVisit, year["research_visits"], "基层调研"),
            (ActivityKind.ResearchReport, reports, "调研报告"),
            (ActivityKind.TheoryArticle, year["research_reports_and_articles"] - reports, "理论文章"),
            (ActivityKind.LeaderLecture, year["leader_lectures"], "讲党课、讲思政课"),
            (ActivityKind.OutreachTeam, year["outreach_teams"], "理论宣讲团"),
            (ActivityKind.OutreachTalkCongress, year["outreach_talks_congress"], "党的二十大精神宣讲"),
            (ActivityKind.OutreachTalkRegular, year["outreach_talks_regular"], "党的创新理论宣讲"),
            (ActivityKind.CourtyardClass, year["courtyard_classes"], "“小院课堂”"),
            (ActivityKind.MicroVideo, year["micro_videos"], "理论宣讲微视频"),
            (ActivityKind.PublishedArticle, year["theory_articles_published"], "社科理论文章、报道"),
        };
        await ResearchAsync();
        // Talks name their team, so the teams come first.
        await EnterAsync(kinds.Where(kind => kind.Kind == ActivityKind.OutreachTeam));
        await EnterAsync(kinds.Where(kind => kind.Kind != ActivityKind.OutreachTeam));
    }

    private async Task EnterAsync(IEnumerable<(ActivityKind Kind, int Count, string Title)> kinds)
    {
        var batches = kinds.SelectMany(kind => Enumerable.Range(1, kind.Count)
            .Select(number => Request(kind.Kind, number, kind.Title))
            .Chunk(BatchSize));

        var activities = new ActivityService.ActivityServiceClient(cast[Units.County.Secretary].Calls);
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, _) =>
            await activities.BatchCreateActivitiesAsync(new BatchCreateActivitiesRequest
            {
                Parent = Units.County.ResourceName,
                Requests = { batch },
                RequestId = $"{batch[0].ActivityId}-batch-2",
            }).UnlessThereAsync());
    }

    private async Task ResearchAsync()
    {
        var projects = new ResearchProjectService.ResearchProjectServiceClient(cast[Units.County.Secretary].Calls);
        for (var member = 1; member <= Members; member++)
        {
            var isNew = await projects.CreateResearchProjectAsync(new CreateResearchProjectRequest
            {
                Parent = Units.County.ResourceName,
                ResearchProjectId = $"demo-{member:d2}",
                ResearchProject = new ResearchProject
                {
                    People = { PersonOf(member) }, Topic = $"{Units.Below[member % Units.Below.Count].Name}高质量发展调研", Year = 2023,
                    Base = Units.Below[member % Units.Below.Count].Name, StartsOn = "2023-03-01", EndsOn = "2023-11-30",
                },
            }).UnlessThereAsync();
            if (isNew && member % 3 == 0)
            {
                await projects.ConvertResearchAsync(new ConvertResearchRequest
                {
                    Name = ProjectOf(member),
                    Conversion = new ResearchConversion { Meeting = "县委常委会会议", AdoptedOn = "2023-12-01", Note = "采纳调研建议" },
                    RequestId = $"demo-research-{member:d2}-convert",
                });
            }
        }
    }

    private static CreateActivityRequest Request(ActivityKind kind, int number, string title) => new()
    {
        Parent = Units.County.ResourceName,
        ActivityId = $"demo-{kind}-{number:d3}".ToLower(CultureInfo.InvariantCulture),
        Activity = new Activity
        {
            Kind = kind,
            Title = $"{title}（{number}）",
            // Spread over the year and over the thirteen members.
            HappenedOn = FirstTopicFlow.Text(new DateOnly(2023, 1, 3).AddDays(number * 7 % 355)),
            Person = IsOfTeam(kind) ? "" : PersonOf(number),
            Team = IsOfTeam(kind) ? $"宣讲团{((number - 1) % Teams) + 1}" : "",
            ResearchProject = kind is ActivityKind.ResearchVisit or ActivityKind.ResearchReport or ActivityKind.TheoryArticle
                ? ProjectOf(number) : "",
            OutreachTeam = IsTalk(kind) ? $"{Units.County.ResourceName}/activities/demo-outreachteam-{((number - 1) % Teams) + 1:d3}" : "",
            Audience = IsTalk(kind) ? 40 + (number % 90) : 0,
            Details = new ActivityDetails
            {
                AudienceKind = IsTalk(kind) ? AudienceKind.Residents : AudienceKind.Unspecified,
                Members = { kind == ActivityKind.OutreachTeam ? TeamOf(number) : [] },
            },
            Place = kind is ActivityKind.ResearchVisit or ActivityKind.CourtyardClass ? Units.Below[number % Units.Below.Count].Name : "",
            Outlet = kind is ActivityKind.MicroVideo or ActivityKind.PublishedArticle ? "云上新乡县" : "",
        },
    };

    private static bool IsOfTeam(ActivityKind kind) => kind is ActivityKind.OutreachTeam or ActivityKind.OutreachTalkCongress
        or ActivityKind.OutreachTalkRegular or ActivityKind.CourtyardClass or ActivityKind.MicroVideo or ActivityKind.PublishedArticle;

    private static bool IsTalk(ActivityKind kind) => kind is ActivityKind.OutreachTalkCongress or ActivityKind.OutreachTalkRegular
        or ActivityKind.CourtyardClass;

    private static List<TeamMember> TeamOf(int number) =>
        [new() { Person = PersonOf(number) }, new() { PersonName = "百姓宣讲员（演示）" }];

    private static string PersonOf(int number) => $"people/{Units.County.Short}-m{MemberOf(number):d2}";

    private static string ProjectOf(int number) => $"{Units.County.ResourceName}/researchProjects/demo-{MemberOf(number):d2}";

    private static int MemberOf(int number) => ((number - 1) % Members) + 1;
}
