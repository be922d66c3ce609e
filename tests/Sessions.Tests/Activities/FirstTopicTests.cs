using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Activities;

public class FirstTopicTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task StudyFirstTopic_Pooled_CountsTheDaysAndIsAnnouncedApartFromSessions()
    {
        await using var county = await County.OpenAsync(Backing);
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
        await using var county = await County.OpenAsync(Backing);
        var topic = await GivenPooledAsync(county);
        await county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = Study("2023-03-20") });

        var again = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = Study("2023-03-21") }));

        Assert.Equal("FIRST_TOPIC_STUDIED", again.Reason);
    }

    [Fact]
    public async Task StudyFirstTopic_Wrong_NamesEveryViolation()
    {
        await using var county = await County.OpenAsync(Backing);
        var topic = await GivenPooledAsync(county);
        var early = Study("2023-03-01");
        early.Session = $"{County.Unit}/sessions/none";

        var dates = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = early }));
        var empty = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name }));

        Assert.Equal(["study.studied_on STUDIED_BEFORE_PUBLICATION", "study.session SESSION_UNKNOWN"], dates.Violations);
        Assert.Equal(
            ["study.meeting_kind FIELD_REQUIRED", "study.relay_person FIELD_REQUIRED", "study.studied_on FIELD_REQUIRED"],
            empty.Violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ListFirstTopics_ByStateAndYear_Filters()
    {
        await using var county = await County.OpenAsync(Backing);
        await GivenPooledAsync(county);

        var pooled = await county.Publicity.FirstTopics.ListFirstTopicsAsync(new() { Parent = "units/-", State = FirstTopicState.Pooled, Year = 2023 });
        var studied = await county.Publicity.FirstTopics.ListFirstTopicsAsync(new() { Parent = County.Unit, State = FirstTopicState.Studied });

        Assert.Single(pooled.FirstTopics);
        Assert.Empty(studied.FirstTopics);
    }

    [Fact]
    public async Task ReportMeasure_FollowsUpInTheLedger_AndTheFiguresStandApart()
    {
        await using var county = await County.OpenAsync(Backing);
        var topic = await GivenPooledAsync(county);
        await GivenPooledAsync(county);
        var named = await county.Secretary.FirstTopics.UpdateFirstTopicAsync(new()
        {
            FirstTopic = new() { Name = topic.Name, Leader = "赵某", ReceivedOn = "2023-03-14", Etag = topic.Etag },
            UpdateMask = new() { Paths = { "leader", "received_on" } },
        });
        var study = Study("2023-03-20");
        study.RelayPerson = "";

        var studied = await county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = study });
        var open = await county.Publicity.FirstTopics.ListFirstTopicsAsync(new() { Parent = "units/-", OnlyOpenMeasures = true });
        var done = await county.Secretary.FirstTopics.ReportMeasureAsync(
            new() { Name = topic.Name, Number = 1, Progress = "方案已印发", DoneOn = "2023-04-20" });
        var unknown = await Refusal.OfAsync(county.Secretary.FirstTopics.ReportMeasureAsync(new() { Name = topic.Name, Number = 2, Progress = "x" }));
        var closed = await county.Publicity.FirstTopics.ListFirstTopicsAsync(new() { Parent = "units/-", OnlyOpenMeasures = true });
        var summary = (await county.Publicity.FirstTopics.SummarizeFirstTopicsAsync(new() { Parent = "units/-", Year = 2023 })).Units.Single();

        Assert.Equal(("赵某", "重要讲话"), (named.Leader, named.Title));
        Assert.Equal(("赵某", true), (studied.Study.RelayPerson, studied.Measures.Single().IsOverdue));
        Assert.Equal((1, 0), (open.FirstTopics.Count, closed.FirstTopics.Count));
        Assert.Equal(("方案已印发", "2023-04-20", false), (done.Measures[0].Progress, done.Measures[0].DoneOn, done.Measures[0].IsOverdue));
        Assert.Equal("FIRST_TOPIC_MEASURE_UNKNOWN", unknown.Reason);
        Assert.Equal((1, 1, 1, 0, 1, 1, 7), (
            summary.Pooled, summary.Studied, summary.AtCommittee, summary.AtStudyGroup, summary.Measures, summary.MeasuresDone, summary.DaysElapsed));
        Assert.Empty((await county.Publicity.Sessions.ListSessionsAsync(new() { Parent = "units/-" })).Sessions);
    }

    [Fact]
    public async Task CorrectFirstTopicStudy_AnnouncesAnew_AndDroppedOnesStayOut()
    {
        await using var county = await County.OpenAsync(Backing);
        var topic = await GivenPooledAsync(county);
        var other = await GivenPooledAsync(county);
        var early = await Refusal.OfAsync(county.Secretary.FirstTopics.CorrectFirstTopicStudyAsync(
            new() { Name = topic.Name, Study = Study("2023-03-20"), Reason = "日期有误" }));
        await county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = topic.Name, Study = Study("2023-03-20") });

        var corrected = await county.Secretary.FirstTopics.CorrectFirstTopicStudyAsync(
            new() { Name = topic.Name, Study = Study("2023-03-18"), Reason = "日期有误" });
        var dropped = await county.Secretary.FirstTopics.DropFirstTopicAsync(new() { Name = other.Name, Reason = "与本单位无关" });
        var study = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(new() { Name = other.Name, Study = Study("2023-03-20") }));

        Assert.Equal("FIRST_TOPIC_NOT_STUDIED", early.Reason);
        Assert.Equal((5, "日期有误"), (corrected.DaysElapsed, corrected.CorrectionReason));
        Assert.Equal([new DateOnly(2023, 3, 20), new DateOnly(2023, 3, 18)], (await county.Host.SentAsync<FirstTopicStudied>()).Select(evt => evt.StudiedOn));
        Assert.Equal((FirstTopicState.Dropped, "与本单位无关", "FIRST_TOPIC_STUDIED"), (dropped.State, dropped.DropReason, study.Reason));
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

[Trait("Needs", "Servers")]
public sealed class FirstTopicOnServersTests : FirstTopicTests
{
    protected override Backing Backing => Backing.Servers;
}
