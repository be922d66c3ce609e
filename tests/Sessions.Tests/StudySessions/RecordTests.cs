using Grpc.Core;
using StudySuite.Sessions.V1;
using StudySuite.Testing;

namespace StudySuite.Sessions.Tests.StudySessions;

public class RecordTests
{
    protected virtual Backing Backing => Backing.Sqlite;

    [Fact]
    public async Task UpdateRecord_TwoPeopleAtOnce_LoseNothing()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();
        var colleague = new Caller(county.Host, "p-zhao", "StudySecretary:/xinxiang/xinxiang-kegong/");
        var mine = await county.Secretary.Records.GetRecordAsync(new() { Name = $"{County.Session}/record" });
        var theirs = await colleague.Records.GetRecordAsync(new() { Name = $"{County.Session}/record" });
        mine.Content = "学习全会精神";
        theirs.Conclusions = "抓好落实";

        var saved = await county.Secretary.Records.UpdateRecordAsync(new() { Record = mine });
        var stale = await Refusal.OfAsync(colleague.Records.UpdateRecordAsync(new() { Record = theirs }));
        theirs.Etag = "";
        var blind = await Refusal.OfAsync(colleague.Records.UpdateRecordAsync(new() { Record = theirs }));
        var merged = await colleague.Records.UpdateRecordAsync(new()
        {
            Record = new() { Name = saved.Name, Conclusions = "抓好落实", Etag = saved.Etag }, UpdateMask = new() { Paths = { "conclusions" } },
        });

        Assert.Equal((StatusCode.Aborted, "ETAG_STALE"), (stale.Code, stale.Reason));
        Assert.Equal(["record.etag FIELD_REQUIRED"], blind.Violations);
        Assert.Equal(("学习全会精神", "抓好落实", "周秘书"), (merged.Content, merged.Conclusions, merged.Recorder));
    }

    [Fact]
    public async Task UpdateRecord_FirstTopics_MustBeOfThePool()
    {
        await using var county = await County.OpenAsync(Backing);
        await county.GivenHeldAsync();
        var topic = await county.Secretary.FirstTopics.CreateFirstTopicAsync(new()
        {
            Parent = County.Unit, FirstTopic = new() { Title = "重要讲话", PublishedOn = "2023-03-15", TextBasis = TextBasis.Full },
        });
        var record = County.Record();
        record.FirstTopics.Add([topic.Name, "座谈会讲话精神", $"{County.Unit}/firstTopics/none"]);
        record.LectureFiledOn = "2024-01-01";

        var refusal = await Refusal.OfAsync(county.Secretary.Records.UpdateRecordAsync(new() { Record = record }));
        record.LectureFiledOn = "";
        var unknown = await Refusal.OfAsync(county.Secretary.Records.UpdateRecordAsync(new() { Record = record }));

        Assert.Equal(["record.lecture_filed_on DATE_IN_FUTURE"], refusal.Violations);
        Assert.Equal(["record.first_topics[2] FIRST_TOPIC_UNKNOWN"], unknown.Violations);
    }
}

[Trait("Needs", "Servers")]
public sealed class RecordOnServersTests : RecordTests
{
    protected override Backing Backing => Backing.Servers;
}
