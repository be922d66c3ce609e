using StudySuite.Demo.Access;
using StudySuite.Demo.Year2023;
using StudySuite.Sessions.V1;

namespace StudySuite.Demo.Flows;

/// <summary>First topics of the standing committee, studied within days of their publication; counted apart from sessions.</summary>
internal sealed class FirstTopicFlow(Cast cast, Year year)
{
    private static readonly DateOnly First = new(2023, 1, 4);

    public async Task RunAsync()
    {
        var topics = new FirstTopicService.FirstTopicServiceClient(cast[Units.County.Secretary].Calls);
        await Parallel.ForAsync(1, year["first_topic_studies"] + 1, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
        {
            var id = $"demo-2023-{i:d2}";
            var name = $"{Units.County.ResourceName}/firstTopics/{id}";
            // Twice a month and a little more: 28 in a year.
            var published = First.AddDays((i - 1) * 12);
            await topics.CreateFirstTopicAsync(new CreateFirstTopicRequest
            {
                Parent = Units.County.ResourceName,
                FirstTopicId = id,
                FirstTopic = new FirstTopic
                {
                    Title = $"习近平总书记重要讲话和重要指示批示精神（{i}）",
                    Source = "人民日报",
                    PublishedOn = Text(published),
                    TextBasis = TextBasis.Full,
                },
                RequestId = $"demo-first-topic-{i:d2}",
            }).UnlessThereAsync();

            var topic = await topics.GetFirstTopicAsync(new GetFirstTopicRequest { Name = name });
            if (topic.State == FirstTopicState.Pooled)
            {
                await topics.StudyFirstTopicAsync(new StudyFirstTopicRequest
                {
                    Name = name,
                    Study = new FirstTopicStudy
                    {
                        MeetingKind = MeetingKind.StandingCommittee,
                        StudiedOn = Text(published.AddDays(4)),
                        Chair = "组长（演示）",
                        RelayPerson = "分管领导（演示）",
                        Participants = 11,
                        Measures = { new ActionItem { What = "结合分管领域抓好贯彻落实", Owner = "各分管领导" } },
                        Conclusion = "要及时跟进学习，抓好贯彻落实。",
                    },
                    RequestId = $"demo-first-topic-study-{i:d2}",
                });
            }

            if (topic.Measures.All(measure => measure.DoneOn.Length == 0))
            {
                await topics.ReportMeasureAsync(new ReportMeasureRequest
                {
                    Name = name, Number = 1, Progress = "已纳入年度工作要点，按月跟进。", DoneOn = Text(published.AddDays(19)),
                });
            }
        });
        await PoolAsync(topics);
    }

    /// <summary>What waits in the pool: of one only the news release is there, another was dropped.</summary>
    private static async Task PoolAsync(FirstTopicService.FirstTopicServiceClient topics)
    {
        foreach (var (id, basis) in new[] { ("demo-pool-1", TextBasis.Outline), ("demo-pool-2", TextBasis.News) })
        {
            await topics.CreateFirstTopicAsync(new CreateFirstTopicRequest
            {
                Parent = Units.County.ResourceName,
                FirstTopicId = id,
                FirstTopic = new FirstTopic
                {
                    Title = $"待学重要会议精神（{id[^1]}）",
                    Source = "新华社",
                    PublishedOn = "2023-12-28",
                    ReceivedOn = "2023-12-29",
                    TextBasis = basis,
                    Leader = "分管领导（演示）",
                },
                RequestId = $"{id}-create",
            }).UnlessThereAsync();
        }
    }

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
