using StudySuite.Events;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.Activities;

/// <summary>First topics that a session's record names are studied with it, and counted apart from it.</summary>
public class StudiedTopicsTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task SubmitRecord_NamesPooledTopic_StudiesItWithoutAnotherSession()
    {
        await using var county = await County.OpenAsync(Backing);
        var (first, second) = (await GivenPooledAsync(county, "first"), await GivenPooledAsync(county, "second"));
        await county.GivenHeldAsync();
        var record = await WriteAsync(county, first.Name, "座谈会讲话精神");
        var before = await county.Secretary.FirstTopics.GetFirstTopicAsync(new() { Name = first.Name });
        var sessionsBefore = (await county.Host.SentAsync<SessionHeld>()).Count;

        await county.Secretary.Records.SubmitRecordAsync(new() { Name = record.Name });
        var studied = await county.Secretary.FirstTopics.GetFirstTopicAsync(new() { Name = first.Name });
        var again = await Refusal.OfAsync(county.Secretary.FirstTopics.StudyFirstTopicAsync(
            new() { Name = first.Name, Study = new() { MeetingKind = MeetingKind.StudyGroup, StudiedOn = "2023-03-20", RelayPerson = "李" } }));
        var late = await WriteAsync(county, first.Name, second.Name);
        var gone = await Refusal.OfAsync(county.Secretary.Records.UpdateRecordAsync(new()
        {
            Record = new() { Name = late.Name, Etag = late.Etag }, UpdateMask = new() { Paths = { "first_topics" } },
        }));
        var sums = await county.Secretary.FirstTopics.SummarizeFirstTopicsAsync(new() { Parent = County.Unit, Year = 2023 });

        Assert.Equal(FirstTopicState.Pooled, before.State);
        Assert.Equal(
            (FirstTopicState.Studied, MeetingKind.StudyGroup, "2023-03-20", County.Session, "李组长"),
            (studied.State, studied.Study.MeetingKind, studied.Study.StudiedOn, studied.Study.Session, studied.Study.RelayPerson));
        Assert.Equal(("FIRST_TOPIC_STUDIED", "FIRST_TOPIC_STUDIED"), (again.Reason, gone.Reason));
        Assert.Equal((2, 2, 0), (sums.Units[0].Studied, sums.Units[0].AtStudyGroup, sums.Units[0].AtCommittee));
        Assert.Equal(["STUDY_GROUP", "STUDY_GROUP"], (await county.Host.SentAsync<FirstTopicStudied>()).Select(evt => evt.MeetingKind));
        Assert.Equal((1, 1), (sessionsBefore, (await county.Host.SentAsync<SessionHeld>()).Count));
        var page = await county.Secretary.Http.GetStringAsync(
            $"/sessions/v1/{County.Session}/documents/record?form=DOCUMENT_FORM_PRINT_PAGE", TestContext.Current.CancellationToken);
        Assert.Contains("重要讲话（first）", page);
        Assert.DoesNotContain("firstTopics/", page);
    }

    [Fact]
    public async Task CorrectSession_OtherDay_MovesTheStudyWithIt()
    {
        await using var county = await County.OpenAsync(Backing);
        var topic = await GivenPooledAsync(county, "first");
        await county.GivenHeldAsync();
        await county.Secretary.Records.SubmitRecordAsync(new() { Name = (await WriteAsync(county, topic.Name)).Name });
        await county.Secretary.Rolls.ReopenRollAsync(new() { Name = $"{County.Session}/roll", Reason = "更正日期" });

        var early = await Refusal.OfAsync(CorrectAsync("2023-03-10"));
        await CorrectAsync("2023-03-22");
        var moved = await county.Secretary.FirstTopics.GetFirstTopicAsync(new() { Name = topic.Name });

        Assert.Equal(["session.held_on STUDIED_BEFORE_PUBLICATION"], early.Violations);
        Assert.Equal(("2023-03-22", 7, "记错日期"), (moved.Study.StudiedOn, moved.DaysElapsed, moved.CorrectionReason));
        Assert.Equal(new DateOnly(2023, 3, 22), (await county.Host.SentAsync<FirstTopicStudied>())[^1].StudiedOn);

        Grpc.Core.AsyncUnaryCall<Session> CorrectAsync(string day) => county.Secretary.Sessions.CorrectSessionAsync(new()
        {
            Session = new() { Name = County.Session, HeldOn = day }, UpdateMask = new() { Paths = { "held_on" } }, Reason = "记错日期",
        });
    }

    [Fact]
    public async Task UpdateRecord_TopicPublishedLater_IsRefused()
    {
        await using var county = await County.OpenAsync(Backing);
        var topic = await GivenPooledAsync(county, "later", "2023-03-21");
        await county.GivenHeldAsync();
        var record = County.Record();
        record.FirstTopics.Add(topic.Name);

        var refusal = await Refusal.OfAsync(county.Secretary.Records.UpdateRecordAsync(new() { Record = record }));

        Assert.Equal(["record.first_topics[0] STUDIED_BEFORE_PUBLICATION"], refusal.Violations);
    }

    private static async Task<FirstTopic> GivenPooledAsync(County county, string id, string publishedOn = "2023-03-15") =>
        await county.Secretary.FirstTopics.CreateFirstTopicAsync(new()
        {
            Parent = County.Unit, FirstTopicId = id,
            FirstTopic = new() { Title = $"重要讲话（{id}）", PublishedOn = publishedOn, TextBasis = TextBasis.Full },
        });

    private static async Task<V1.Record> WriteAsync(County county, params string[] firstTopics)
    {
        var now = await county.Secretary.Records.GetRecordAsync(new() { Name = $"{County.Session}/record" });
        var record = County.Record();
        record.Etag = now.Etag;
        record.FirstTopics.Add(firstTopics);
        return await county.Secretary.Records.UpdateRecordAsync(new() { Record = record });
    }
}

[Trait("Needs", "Servers")]
public sealed class StudiedTopicsOnServersTests : StudiedTopicsTests
{
    protected override Backing Backing => Backing.Servers;
}
