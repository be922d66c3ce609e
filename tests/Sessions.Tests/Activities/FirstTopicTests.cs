using StudySuite.Events;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Tests.Activities;

public sealed class FirstTopicTests
{
    [Fact]
    public async Task StudyFirstTopic_Pooled_CountsTheDaysAndIsAnnouncedApartFromSessions()
    {
        await using var county = await County.OpenAsync();
        var topic = await GivenPooledAsync(county);

        var studied = await county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = Study("2023-03-20") });

        Assert.True(topic.IsFollowUpLate);
        Assert.Equal((7, false, FirstTopicState.Studied), (studied.DaysElapsed, studied.IsFollowUpLate, studied.State));
        var sent = Assert.Single(await county.Host.SentAsync<FirstTopicStudied>());
        Assert.Equal(("STANDING_COMMITTEE", new DateOnly(2023, 3, 20), studied.Etag), (sent.MeetingKind, sent.StudiedOn, $"{sent.Version}"));
        Assert.Empty(await county.Host.SentAsync<SessionHeld>());
    }

    [Fact]
    public async Task StudyFirstTopic_Twice_IsStudied()
    {
        await using var county = await County.OpenAsync();
        var topic = await GivenPooledAsync(county);
        await county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = Study("2023-03-20") });

        var again = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = Study("2023-03-21") }));

        Assert.Equal("FIRST_TOPIC_STUDIED", again.Reason);
    }

    [Fact]
    public async Task StudyFirstTopic_Wrong_NamesEveryViolation()
    {
        await using var county = await County.OpenAsync();
        var topic = await GivenPooledAsync(county);
        var early = Study("2023-03-01");
        early.Session = $"{County.Unit}/sessions/none";

        var dates = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = early }));
        var empty = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name }));

        Assert.Equal(["study.studied_on STUDIED_BEFORE_PUBLICATION", "study.session SESSION_UNKNOWN"], dates.Violations);
        Assert.Equal(
            ["study.meeting_kind FIELD_REQUIRED", "study.relay_person FIELD_REQUIRED", "study.studied_on FIELD_REQUIRED"],
            empty.Violations);
    }

    [Fact]
    public async Task ListFirstTopics_ByStateAndYear_Filters()
    {
        await using var county = await County.OpenAsync();
        await GivenPooledAsync(county);

        var pooled = await county.Publicity.FirstTopics.ListFirstTopicsAsync(new() { Parent = "units/-", State = FirstTopicState.Pooled, Year = 2023 });
        var studied = await county.Publicity.FirstTopics.ListFirstTopicsAsync(new() { Parent = County.Unit, State = FirstTopicState.Studied });

        Assert.Single(pooled.FirstTopics);
        Assert.Empty(studied.FirstTopics);
    }

    private static FirstTopicStudy Study(string on) => new()
    {
        MeetingKind = MeetingKind.StandingCommittee, StudiedOn = on, RelayPerson = "李组长",
        Measures = { new ActionItem { What = "制定方案", Owner = "王某", DueOn = "2023-04-30" } },
    };

    private static async Task<FirstTopic> GivenPooledAsync(County county) => await county.Secretary.FirstTopics.CreateFirstTopicAsync(new()
    {
        Parent = County.Unit,
        FirstTopic = new() { Title = "重要讲话", Source = "新华社", PublishedOn = "2023-03-13", TextBasis = TextBasis.Full },
    });
}
