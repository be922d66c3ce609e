using System.Globalization;
using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;

namespace StudySuite.Demo.Flows;

/// <summary>What members and teams did beyond the meetings, one record each, entered in batches as from a list.</summary>
internal sealed class ActivityFlow(Cast cast, Year year)
{
    private const int BatchSize = 100;

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
        var batches = kinds.SelectMany(kind => Enumerable.Range(1, kind.Count)
            .Select(number => Request(kind.Kind, number, kind.Title))
            .Chunk(BatchSize));

        var activities = new ActivityService.ActivityServiceClient(cast[Units.County.Secretary].Calls);
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (batch, _) =>
            await activities.BatchCreateActivitiesAsync(new BatchCreateActivitiesRequest
            {
                Parent = Units.County.ResourceName,
                Requests = { batch },
                RequestId = $"{batch[0].ActivityId}-batch",
            }).UnlessThereAsync());
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
            Person = IsOfTeam(kind) ? "" : $"people/{Units.County.Short}-m{((number - 1) % 13) + 1:d2}",
            Team = IsOfTeam(kind) ? $"宣讲团{((number - 1) % 8) + 1}" : "",
            Place = kind is ActivityKind.ResearchVisit or ActivityKind.CourtyardClass ? Units.Below[number % Units.Below.Count].Name : "",
            Outlet = kind is ActivityKind.MicroVideo or ActivityKind.PublishedArticle ? "云上新乡县" : "",
        },
    };

    private static bool IsOfTeam(ActivityKind kind) => kind is ActivityKind.OutreachTeam or ActivityKind.OutreachTalkCongress
        or ActivityKind.OutreachTalkRegular or ActivityKind.CourtyardClass or ActivityKind.MicroVideo or ActivityKind.PublishedArticle;
}
